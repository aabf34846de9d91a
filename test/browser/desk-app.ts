import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type LocalApp, startLocalApp } from '../../local/local-app.ts';
import { runNight } from '../../local/nightly/run-night.ts';
import { CalendarDate } from '../../shared/ledger/calendar-date.ts';

export type DeskApp = LocalApp & { readonly url: string; readonly key: string };

/** The whole app over the sample, on a free port, with a state of its own. */
export async function startDesk(): Promise<DeskApp> {
  const app = await startLocalApp({
    data: resolve('sample'),
    policy: undefined,
    state: mkdtempSync(join(tmpdir(), 'duewatch-desk-')),
    fresh: false,
    http: { host: 'localhost', port: 0 },
    timers: false,
    onPart: () => undefined,
    onLost: () => undefined,
    log: ({ level, message }) => {
      if (level === 'error') process.stderr.write(`${message}\n`);
    },
  });
  return { ...app, url: app.host.url ?? '', key: app.host.keys.host };
}

/** The sample's own night, to its end. */
export async function runSampleNight({ live }: LocalApp, asOf = '2026-03-17'): Promise<void> {
  const night = { asOf: CalendarDate.parse(asOf), dryRun: false };
  const follow = { onSeen: () => undefined, signal: new AbortController().signal };
  await runNight(night, live, follow);
}
