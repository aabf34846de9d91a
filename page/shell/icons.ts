import { svg, type TemplateResult } from '../vendor/lit-html.js';

/** Drawn with lines of one weight on a grid of 24. Beside a word always, so never read out. */
const ICONS = {
  portfolio: svg`<path d="M4 20V10M10 20V4M16 20v-7M21 20H3"/>`,
  customers: svg`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M18.3 15c1.8.8 2.9 2.5 3.2 5"/>`,
  runs: svg`<path d="M20 14.5A8.5 8.5 0 1 1 9.5 4a6.8 6.8 0 0 0 10.5 10.5Z"/>`,
  emails: svg`<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="m4 7.5 8 6 8-6"/>`,
  policy: svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
  calendar: svg`<rect x="3.5" y="5" width="17" height="15.5" rx="2.5"/><path d="M3.5 10h17M8 3v4M16 3v4"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
  download: svg`<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15"/>`,
  play: svg`<path d="M7 4.5v15l12-7.5Z"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  warning: svg`<path d="M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17v.2"/>`,
  check: svg`<path d="m4.5 12.5 5 5 10-11"/>`,
  settings: svg`<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2"/>`,
  next: svg`<path d="m9 5 7 7-7 7"/>`,
  back: svg`<path d="m15 5-7 7 7 7"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  forward: svg`<path d="M4 12h15m-6-6 6 6-6 6"/>`,
} as const;

export type IconName = keyof typeof ICONS;

export const icon = (name: IconName): TemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${ICONS[name]}</svg>`;
