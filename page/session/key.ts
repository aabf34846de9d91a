const NAME = 'duewatch-key';

/**
 * The key that opens the API, for as long as a tab is open that has it. One in the address (`#key=…`, as
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

/** Tabs of this page, and of nobody else, hear each other. */
const tabs = new BroadcastChannel(NAME);
const WAIT_MS = 200;
const ASK = 'ask';
const FORGET = 'forget';

/** Lends the key to a tab that was opened from here, and forgets it where another does. */
export function lendKey(): void {
  tabs.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const key = savedKey();
    if (key === null) return;
    if (data === ASK) tabs.postMessage({ key });
    if (data !== FORGET) return;
    forgetKey();
    location.reload();
  });
}

/** The key of another tab, if one has it. */
export const borrowKey = (): Promise<string | undefined> =>
  new Promise((resolve) => {
    const answer = new BroadcastChannel(NAME);
    const end = (key?: string): void => {
      answer.close();
      resolve(key);
    };
    answer.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'object' || data === null || !('key' in data)) return;
      if (typeof data.key === 'string') end(data.key);
    });
    tabs.postMessage(ASK);
    setTimeout(() => end(), WAIT_MS);
  });

/** In every tab: who leaves a desk leaves it whole. */
export function forgetKeyEverywhere(): void {
  forgetKey();
  tabs.postMessage(FORGET);
}
