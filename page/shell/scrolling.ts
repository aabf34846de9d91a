/** How far down each step of the browser's history was left, while the page is open. */
const left = new Map<number, number>();
let here = 0;
let last = 0;

/** The browser restores too early: what it scrolls is only there once the app has answered. */
export function rememberScrolling(): void {
  history.scrollRestoration = 'manual';
}

/** Leaves one step for another: how far down that one was left, 0 where it is new. */
export function enterEntry(): number {
  left.set(here, window.scrollY);
  const known = entryOf(history.state);
  if (known === undefined) return nameEntry();
  here = known;
  last = Math.max(last, known);
  return left.get(known) ?? 0;
}

/** A further step of the same view, which stays on the screen. */
export function stepTo(address: string): void {
  left.set(here, window.scrollY);
  history.pushState(null, '', address);
  nameEntry();
}

function nameEntry(): 0 {
  last += 1;
  here = last;
  history.replaceState({ entry: here }, '');
  return 0;
}

function entryOf(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null || !('entry' in state)) return undefined;
  return typeof state.entry === 'number' ? state.entry : undefined;
}
