const NAME = 'duewatch-theme';

/** For what is drawn once, as charts are, and has to be drawn again. */
export const THEME_CHANGED = 'theme-changed';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const savedTheme = (): Theme =>
  THEMES.find((theme) => theme === localStorage.getItem(NAME)) ?? 'system';

/** `system` follows the device, which is what a page without the attribute does. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(NAME, theme);
  applyTheme();
}

export function applyTheme(): void {
  const theme = savedTheme();
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
  document.dispatchEvent(new Event(THEME_CHANGED));
}
