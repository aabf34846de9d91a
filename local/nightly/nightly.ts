import { join, resolve } from 'node:path';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';
import { type NightReport, readReport } from '../../shared/run/report/night-report.ts';
import { hearingRetries } from '../../shared/run/retries.ts';
import type { Output } from '../commands/option-values.ts';
import type { Progress } from '../commands/progress.ts';
import { progressOn } from '../commands/progress-on.ts';
import { refuseThresholds } from '../commands/refuse-thresholds.ts';
import { refuseUnwritable } from '../commands/write-whole.ts';
import type { Demo } from '../demo/demo.ts';
import { type LocalApp, startLocalApp } from '../local-app.ts';
import { checkInput } from './check-input.ts';
import { follower, noteOfRetries } from './follow-night.ts';
import { nightText } from './print-night.ts';
import { type NightEnd, runNight } from './run-night.ts';
import { endSoon, stopSignal } from './stop-signal.ts';
import { Timings } from './timings.ts';
import { writeJson } from './write-json.ts';
import { writePreviews } from './write-previews.ts';

export type NightlyOptions = {
  readonly data: string;
  readonly policy?: string;
  readonly asOf?: CalendarDate;
  readonly state: string;
  readonly fresh: boolean;
  readonly dryRun: boolean;
  readonly json?: Output;
  readonly demo?: Demo;
};

/** Runs one night and says how it went. Returns the exit code: 0, or 1 where something failed. */
export async function nightly(options: NightlyOptions, onBegun: () => void): Promise<number> {
  const timings = new Timings();
  const progress = await progressOn(process.stderr);
  const stop = stopSignal();
  timings.begin('check');
  if (options.json?.kind === 'file') await refuseUnwritable(options.json.path);
  const input = await checkInput(options, new Date());
  await refuseThresholds(input.policy, input.where, input.folder);
  const app = await startLocalApp({
    data: resolve(options.data),
    policy: options.policy === undefined ? undefined : resolve(options.policy),
    state: resolve(options.state),
    fresh: options.fresh,
    http: undefined,
    timers: false,
    ...(options.demo !== undefined && { settings: options.demo.settings }),
    onPart: (name) => timings.begin(name),
    onLost: (error) => stop.abort(error),
    log: () => undefined,
  });
  try {
    const night = { asOf: input.asOf, dryRun: options.dryRun };
    const follow = { onSeen: follower(progress, timings, onBegun), signal: stop.signal };
    const end = await hearingRetries(noteOfRetries(progress), () =>
      runNight(night, app.live, follow),
    );
    if (!options.dryRun) await options.demo?.advance();
    timings.begin('report');
    return await conclude(end, app, options, timings, progress);
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    progress.stop();
    await app.stop();
    if (stop.signal.aborted) endSoon();
  }
}

async function conclude(
  { run, recorded }: NightEnd,
  app: LocalApp,
  options: NightlyOptions,
  timings: Timings,
  progress: Progress,
): Promise<number> {
  const report = await readReport(run, app.live);
  const previews = join(resolve(options.state), 'preview');
  if (run.dryRun) await writePreviews(run, previews, app.live);
  progress.done();
  if (options.json !== undefined) await writeJson(report, options.json);
  if (options.json?.kind !== 'stdout') {
    const { name } = parsePolicy(run.policyText, 'of the run').reseller;
    const note = recorded ? `\n${RECORDED}` : '';
    process.stdout.write(
      `${nightText(report, run.dryRun ? `to look at in ${previews}` : app.emailGoes, name, process.stdout.columns)}${note}\n${timings.text()}\n`,
    );
  }
  return hasFailed(report) ? 1 : 0;
}

const RECORDED =
  'This night has run before and later nights have followed, so this is its report as recorded: nothing was done.';

const hasFailed = ({ run, emails }: NightReport): boolean =>
  run.status !== 'completed' ||
  emails.some(({ status, because = '' }) => status === 'failed' || isStuck(status, because));

/** Waiting for its hour is no failure; waiting for somebody to mend something is. */
const isStuck = (status: string, because: string): boolean =>
  status === 'queued' && because.startsWith('Cannot ');
