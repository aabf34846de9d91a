import { resolve } from 'node:path';
import type { CalendarDate } from '../shared/ledger/calendar-date.ts';
import type { Live } from '../shared/live.ts';
import { commandLine, runCommand, type Work } from './commands/command-line.ts';
import { portNumber } from './commands/option-values.ts';
import type { Demo } from './demo/demo.ts';
import { DemoNights } from './demo/demo-nights.ts';
import { DEMO, demoState } from './demo/demo-option.ts';
import { startFirstNight } from './first-night.ts';
import { startLocalApp } from './local-app.ts';
import { checkInput } from './nightly/check-input.ts';

type Options = ServeOptions & { readonly demo: boolean };

type ServeOptions = {
  readonly data: string;
  readonly policy?: string;
  readonly state: string;
  readonly port: number;
  readonly fresh: boolean;
};

const work: Work = { hasBegun: false };

const command = commandLine('npm start', 'Runs the app on this machine until Ctrl-C.')
  .option('--data <folder>', 'the data folder', 'sample')
  .option('--policy <file>', 'the policy (default: policy.json in the data folder)')
  .option('--state <folder>', 'where nights accumulate, with their outbox', '.local')
  .option('--port <number>', 'where HTTP is served', portNumber('--port'), 7071)
  .option('--fresh', 'empty the state first', false)
  .option('--demo', DEMO, false)
  .action(start);

async function start({ demo: isDemo, ...options }: Options): Promise<void> {
  if (!isDemo) return await serve(options, undefined);
  const state = demoState(command, options.state);
  const { startDemo } = await import('./demo/demo.ts');
  const nights = new DemoNights();
  const nextNight = (): Promise<string> => nights.next();
  const demo = await startDemo({ state, fresh: options.fresh, nextNight });
  try {
    await serve({ ...options, state, data: demo.data }, { demo, nights });
  } finally {
    await demo.stop();
  }
}

type DemoServed = { readonly demo: Demo; readonly nights: DemoNights };

async function serve(options: ServeOptions, served: DemoServed | undefined): Promise<void> {
  const { asOf } = await checkInput(options, new Date());
  const ended = Promise.withResolvers<void>();
  process.once('SIGINT', () => ended.resolve());
  process.once('SIGTERM', () => ended.resolve());
  const app = await startLocalApp({
    data: resolve(options.data),
    policy: options.policy === undefined ? undefined : resolve(options.policy),
    state: resolve(options.state),
    fresh: options.fresh,
    http: { host: 'localhost', port: options.port },
    // A demo has days of its own, and its nights come when they are asked for.
    timers: served === undefined,
    ...(served !== undefined && { settings: served.demo.settings }),
    onPart: () => undefined,
    onLost: ended.reject,
    log: ({ level, message }) => {
      if (level !== 'debug') process.stderr.write(`${level}: ${message}\n`);
    },
  });
  work.hasBegun = true;
  let stopListening = (): void => {};
  try {
    process.stdout.write(`${welcome(app.host.url ?? '', app.host.keys.host, app.emailGoes)}\n`);
    if (served === undefined) await firstNight(asOf, app.live);
    else stopListening = await served.nights.begin(served.demo, app.live);
    await ended.promise;
  } finally {
    stopListening();
    await app.stop();
  }
}

async function firstNight(asOf: CalendarDate, live: Live): Promise<void> {
  const first = await startFirstNight(asOf, live);
  if (first !== undefined)
    process.stdout.write(`The first night runs now: ${first.id}; the page shows it.\n`);
}

const welcome = (url: string, key: string, emailGoes: string): string =>
  [
    `Duewatch runs on ${url}; Ctrl-C ends it.`,
    `Its e-mail:     ${emailGoes}`,
    `Open the page:  ${url}/#key=${key}`,
    `Start a night:  curl -X POST ${url}/api/runs -H "x-functions-key: ${key}"`,
    `Read a night:   curl ${url}/api/runs/RUN-ID -H "x-functions-key: ${key}"`,
  ].join('\n');

export const runStart = (): Promise<void> => runCommand(command, work);
