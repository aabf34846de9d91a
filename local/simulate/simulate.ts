import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CalendarDate, dayInZone } from '../../shared/ledger/calendar-date.ts';
import type { CustomerId } from '../../shared/ledger/customer.ts';
import { readAsOf } from '../../shared/sources/files/as-of.ts';
import { stageFolder } from '../../shared/sources/files/stage-folder.ts';
import { directoryFolder } from '../../shared/sources/folders/directory-folder.ts';
import type { Folder } from '../../shared/sources/folders/folder.ts';
import type { Output } from '../commands/option-values.ts';
import type { Progress } from '../commands/progress.ts';
import { refuseThresholds } from '../commands/refuse-thresholds.ts';
import { UsageError } from '../commands/usage-error.ts';
import { refuseUnwritable, writeWhole } from '../commands/write-whole.ts';
import { chosenCustomers } from './chosen-customers.ts';
import { lineWriter } from './line-writer.ts';
import { namedPolicies } from './named-policy.ts';
import { privateFolder } from './private-folder.ts';
import type { Replayed } from './replayed.ts';
import { replayedDays } from './replayed-days.ts';
import { runSimulation, threadsFor } from './run-simulation.ts';
import { shownNights } from './shown-nights.ts';
import { headText, summaryText } from './summary/summary-text.ts';
import { watchedFolder } from './watched-folder.ts';

export type SimulateOptions = {
  readonly data: string;
  readonly policy?: readonly string[];
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly on?: readonly CalendarDate[];
  readonly customer?: readonly CustomerId[];
  readonly json?: Output;
  readonly html?: string;
};

const REJECTS_SHOWN = 5;

/** The command, from its options to its outputs. */
export async function simulate(options: SimulateOptions, progress: Progress): Promise<void> {
  if (options.html !== undefined) await refuseReport(options.html, options.json);
  const outcome = await replayed(options, progress);
  if (outcome === undefined) return;
  if (options.html !== undefined) await writeReport(outcome, options.html, progress);
  progress.done();
  const report = options.html === undefined ? '' : `\n\nReport: ${options.html}`;
  if (options.json?.kind === 'stdout') process.stderr.write(`${headText(outcome)}${report}\n`);
  else process.stdout.write(`${summaryText(outcome)}${report}\n`);
}

async function refuseReport(html: string, json: Output | undefined): Promise<void> {
  if (json?.kind === 'file' && resolve(json.path) === resolve(html))
    throw new UsageError(
      `Cannot write --json and --html to "${html}" because one would replace the other: name two files`,
    );
  await refuseUnwritable(html);
}

/** Undefined where nobody reads its lines to the end. */
async function replayed(
  options: SimulateOptions,
  progress: Progress,
): Promise<Replayed | undefined> {
  const startedAt = performance.now();
  const folder = directoryFolder(options.data);
  const policies = await namedPolicies(options.policy ?? [], folder);
  const { timeZone } = policies[0].policy.reseller;
  const present = (await readAsOf(folder)) ?? dayInZone(new Date(), timeZone);
  const days = replayedDays(options, present);
  for (const { name, policy } of policies) await refuseThresholds(policy, name, folder);

  const staged = await stagedFolder(folder, progress);
  const customers = chosenCustomers(staged, options.customer ?? []);
  const lines = options.json && (await lineWriter(options.json));

  progress.stage('Replaying', customers.count, 'customers');
  const measure = options.html === undefined ? [] : [...shownNights(days)];
  const job = { days, policies, measure, wantsLines: lines !== undefined };
  const simulation = await runSimulation(staged, customers, job, {
    threads: threadsFor(customers, job),
    lines,
    onCustomers: (done) => progress.update(done),
  });
  await lines?.close();
  if (lines?.isAbandoned) return undefined;

  const rejects = [...Iterator.from(staged.rejects()).take(REJECTS_SHOWN)];
  const tookMs = performance.now() - startedAt;
  const { location } = folder;
  return { location, policies, days, files: staged.files, rejects, simulation, tookMs };
}

async function stagedFolder(folder: Folder, progress: Progress): ReturnType<typeof stageFolder> {
  progress.stage('Reading the data folder', undefined, 'kB');
  const watched = watchedFolder(folder, (bytes) => progress.update(Math.ceil(bytes / 1024)));
  return stageFolder(watched, { stagingFolder: await stagingFolder() });
}

/** One per user, kept: an unchanged data folder is read once, however often it is replayed. */
const stagingFolder = (): Promise<string> =>
  privateFolder(join(tmpdir(), `duewatch-${process.getuid?.() ?? 'staging'}`));

/** The charts take longer to load than a night to replay, so only a report pays for them. */
async function writeReport(outcome: Replayed, path: string, progress: Progress): Promise<void> {
  progress.stage('Writing the report');
  const { reportPage } = await import('./report/report-page.ts');
  await writeWhole(path, reportPage(outcome));
}
