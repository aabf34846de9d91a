import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Demo, startDemo } from '../../local/demo/demo.ts';
import { type LocalApp, startLocalApp } from '../../local/local-app.ts';
import { runNight } from '../../local/nightly/run-night.ts';
import { CalendarDate } from '../../shared/ledger/calendar-date.ts';

export type DeskApp = LocalApp & { readonly url: string; readonly key: string };

/** The whole app over a data folder, on a free port, with a state of its own. */
export const startDesk = (data = resolve('sample')): Promise<DeskApp> =>
  startOver(data, newState(), {});

/**
 * The whole app over the demo, whose made-up Partner Center answers it. Nobody needs a key: a
 * platform before it says who is signed in.
 */
export async function startDemoDesk(): Promise<{ readonly demo: Demo; readonly app: DeskApp }> {
  const state = newState();
  const demo = await startDemo({ state, fresh: false });
  const settings = { ...demo.settings, PLATFORM_AUTHENTICATION: 'without-key' };
  return { demo, app: await startOver(demo.data, state, settings) };
}

const newState = (): string => mkdtempSync(join(tmpdir(), 'duewatch-desk-'));

async function startOver(
  data: string,
  state: string,
  settings: Readonly<Record<string, string>>,
): Promise<DeskApp> {
  const app = await startLocalApp({
    data,
    policy: undefined,
    state,
    fresh: false,
    http: { host: 'localhost', port: 0 },
    timers: false,
    settings,
    onPart: () => undefined,
    onLost: () => undefined,
    log: ({ level, message }) => {
      if (level === 'error') process.stderr.write(`${message}\n`);
    },
  });
  return { ...app, url: app.host.url ?? '', key: app.host.keys.host };
}

/** A night, the sample's own if none is named, to its end. */
export async function runSampleNight({ live }: LocalApp, asOf = '2026-03-17'): Promise<void> {
  const night = { asOf: CalendarDate.parse(asOf), dryRun: false };
  const follow = { onSeen: () => undefined, signal: new AbortController().signal };
  await runNight(night, live, follow);
}
