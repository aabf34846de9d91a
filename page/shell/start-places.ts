import { ProblemError } from '../session/problem.ts';
import { html, render } from '../vendor/lit-html.js';
import { portfolio } from '../views/portfolio/portfolio.ts';
import { language } from '../words/current-language.ts';
import { words } from '../words/words.ts';
import { frame } from './frame.ts';
import { addressWith, type Place, type Route, routeOf } from './route.ts';
import { enterEntry, rememberScrolling, stepTo } from './scrolling.ts';
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
    void show(person, { signal: leave.signal, again: go, onRefused, isFirst });
    isFirst = false;
  };
  rememberScrolling();
  window.addEventListener('hashchange', go);
  go();
}

type Showing = {
  readonly signal: AbortSignal;
  readonly again: () => void;
  readonly onRefused: (error: ProblemError) => void;
  readonly isFirst: boolean;
};

async function show(person: Person, showing: Showing): Promise<void> {
  const { signal, again, onRefused, isFirst } = showing;
  const route = routeOf(location.hash);
  const { place, id, query } = route;
  const scrollTo = enterEntry();
  document.documentElement.lang = language();
  render(frame(place, person.name, again), document.body);
  const main = document.getElementById('main');
  if (main === null) return;
  render(loading(), main);
  if (!isFirst) goToTop(main);
  const screen = screenOf(main, route, person, signal, scrollTo);
  try {
    const view = await VIEWS[place](id);
    if (!signal.aborted) await view(screen, id, query);
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof ProblemError && error.status === 401) onRefused(error);
    else screen.show(html`<div class="card">${failed(error, again)}</div>`);
  }
}

function screenOf(
  main: HTMLElement,
  { place, id }: Route,
  { can }: Person,
  signal: AbortSignal,
  scrollTo: number,
): Screen {
  let isNew = true;
  return {
    can,
    signal,
    show(content) {
      if (signal.aborted) return;
      render(content, main);
      if (isNew && scrollTo > 0) window.scrollTo({ top: scrollTo });
      isNew = false;
    },
    title(text) {
      if (!signal.aborted) document.title = `${text} · ${words().shell.name}`;
    },
    note(query, how) {
      // Who followed a link is elsewhere already, though the event that says so is still to come.
      const here = routeOf(location.hash);
      if (signal.aborted || here.place !== place || here.id !== id) return;
      const address = addressWith(place, query);
      if (how === 'same') history.replaceState(history.state, '', address);
      else if (address !== location.hash) stepTo(address);
    },
  };
}

/** A keyboard goes on where the new view begins. */
function goToTop(main: HTMLElement): void {
  window.scrollTo({ top: 0 });
  main.focus({ preventScroll: true });
}
