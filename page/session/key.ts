const NAME = 'duewatch-key';

/**
 * The key that opens the API, for as long as this tab is open. One in the address (`#key=…`, as
 * `npm start` prints it) is taken out of it at once, so that it stays in no history or bookmark.
 */
export function takeKeyFromAddress(): void {
  const [, key] = /^#key=([^&]+)/.exec(location.hash) ?? [];
  if (key === undefined) return;
  saveKey(decodeURIComponent(key));
  history.replaceState(null, '', `${location.pathname}${location.search}#/portfolio`);
}

export const savedKey = (): string | null => sessionStorage.getItem(NAME);

export const saveKey = (key: string): void => sessionStorage.setItem(NAME, key);

export const forgetKey = (): void => sessionStorage.removeItem(NAME);
