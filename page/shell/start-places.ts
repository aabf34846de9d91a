import { ProblemError } from '../session/problem.ts';
import { html, render } from '../vendor/lit-html.js';
import { portfolio } from '../views/portfolio/portfolio.ts';
import { language } from '../words/current-language.ts';
import { words } from '../words/words.ts';
import { frame } from './frame.ts';
import { type Place, routeOf } from './route.ts';
import { failed, loading } from './states.ts';
import type { Screen, View } from './view.ts';

export type Person = { readonly name: string; readonly can: Screen['can'] };

/** The first view comes with the page; the others when somebody goes there. */
const VIEWS: Record<Place, (id: string | undefined) => Promise<View>> = {
  portfolio: async () => portfolio,
  customers: async (id) =>
    id === undefined
      ? (await import('../views/customers/customers.ts')).customers
      : (await import('../views/customer/customer.ts')).customer,
  runs: async (id) =>
    id === undefined
      ? (await import('../views/runs/runs.ts')).runs
      : (await import('../views/run/run.ts')).run,
  emails: async () => (await import('../views/emails/emails.ts')).emails,
  policy: async () => (await import('../views/policy/policy.ts')).policy,
};

/** Follows the address: each change ends one view and starts the next. */
export function startPlaces(person: Person, onRefused: (error: ProblemError) => void): void {
  let leave = new AbortController();
  let isFirst = true;
  const go = (): void => {
    leave.abort();
    leave = new AbortController();
    void show(person, leave.signal, go, onRefused, isFirst);
    isFirst = false;
  };
  window.addEventListener('hashchange', go);
  go();
}

async function show(
  person: Person,
  signal: AbortSignal,
  again: () => void,
  onRefused: (error: ProblemError) => void,
  isFirst: boolean,
): Promise<void> {
  const { place, id } = routeOf(location.hash);
  document.documentElement.lang = language();
  render(frame(place, person.name, again), document.body);
  const main = document.getElementById('main');
  if (main === null) return;
  const screen = screenOf(main, person, signal);
  screen.show(loading());
  if (!isFirst) goToTop(main);
  try {
    const view = await VIEWS[place](id);
    if (!signal.aborted) await view(screen, id);
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof ProblemError && error.status === 401) onRefused(error);
    else screen.show(html`<div class="card">${failed(error, again)}</div>`);
  }
}

function screenOf(main: HTMLElement, { can }: Person, signal: AbortSignal): Screen {
  return {
    can,
    signal,
    show(content) {
      if (!signal.aborted) render(content, main);
    },
    title(text) {
      if (!signal.aborted) document.title = `${text} · ${words().shell.name}`;
    },
  };
}

/** A keyboard goes on where the new view begins. */
function goToTop(main: HTMLElement): void {
  window.scrollTo({ top: 0 });
  main.focus({ preventScroll: true });
}
