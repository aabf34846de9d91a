import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CalendarDate, dayInZone } from '../../shared/ledger/calendar-date.ts';
import type { CustomerId } from '../../shared/ledger/customer.ts';
import { policyText } from '../../shared/live-sources.ts';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';
import { readAsOf } from '../../shared/sources/files/as-of.ts';
import { stageFolder } from '../../shared/sources/files/stage-folder.ts';
import { directoryFolder } from '../../shared/sources/folders/directory-folder.ts';
import { chosenCustomers } from '../simulate/chosen-customers.ts';
import { lineWriter } from '../simulate/line-writer.ts';
import { privateFolder } from '../simulate/private-folder.ts';
import { replayedDays } from '../simulate/replayed-days.ts';
import { runSimulation } from '../simulate/run-simulation.ts';
import { headText, summaryText } from '../simulate/summary-text.ts';
import { watchedFolder } from '../simulate/watched-folder.ts';
import { commandLine, runCommand } from './command-line.ts';
import { customerIds, day, days, type Output, output } from './option-values.ts';
import { type Progress, progressOn } from './progress.ts';
import { naming } from './system-error.ts';

const REJECTS_SHOWN = 5;

type Options = {
  readonly data: string;
  readonly policy?: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly on?: readonly CalendarDate[];
  readonly customer?: readonly CustomerId[];
  readonly json?: Output;
};

const command = commandLine(
  'npm run simulate',
  'Replays a policy over past days: what each night would have decided and said. Nothing is stored or sent.',
)
  .option('--data <folder>', 'the data folder', 'sample')
  .option('--policy <file>', 'the policy (default: policy.json in the data folder)')
  .option('--from <day>', 'the first night', day('--from'))
  .option(
    '--to <day>',
    'the last night (default: the day of the data folder, or today)',
    day('--to'),
  )
  .option(
    '--on <day,…>',
    'nights on these days only, each going on from the one before',
    days('--on'),
  )
  .option('--customer <id>', 'only this customer; may be given again', customerIds('--customer'))
  .option('--json <file>', 'JSON Lines, one per day, customer and currency; - is stdout', output)
  .addHelpText(
    'after',
    `
Without days, one night is replayed: the day in as-of.txt of the data folder, or today in the policy's
time zone. Every replay begins as if nobody had ever been written to.

The lines of --json come by customer (in the order of the encoded id), then day, then currency.`,
  )
  .action(simulate);

async function simulate(options: Options): Promise<void> {
  const progress = progressOn(process.stderr);
  try {
    await replayed(options, progress);
  } finally {
    progress.stop();
  }
}

async function replayed(options: Options, progress: Progress): Promise<void> {
  const startedAt = performance.now();
  const folder = directoryFolder(options.data);
  const { text, where } = await naming(options.policy, () => policyText(options.policy, folder));
  const policy = parsePolicy(text, where);
  const present = (await readAsOf(folder)) ?? dayInZone(new Date(), policy.reseller.timeZone);
  const days = replayedDays(options, present);

  progress.stage('Reading the data folder', undefined, 'kB');
  const watched = watchedFolder(folder, (bytes) => progress.update(Math.ceil(bytes / 1024)));
  const staged = await stageFolder(watched, { stagingFolder: await stagingFolder() });
  const customers = chosenCustomers(staged, options.customer ?? []);
  const lines = options.json && (await lineWriter(options.json));

  progress.stage('Replaying', customers.count, 'customers');
  const onCustomer = (done: number): void => progress.update(done);
  const tally = await runSimulation(customers.facts, days, policy, { lines, onCustomer });
  await lines?.close();
  if (lines?.isAbandoned) return;
  progress.done();

  const rejects = [...Iterator.from(staged.rejects()).take(REJECTS_SHOWN)];
  const tookMs = performance.now() - startedAt;
  const { location } = folder;
  const outcome = { location, policy, days, files: staged.files, rejects, tally, tookMs };
  if (options.json?.kind === 'stdout') process.stderr.write(`${headText(outcome)}\n`);
  else process.stdout.write(`${summaryText(outcome)}\n`);
}

/** One per user, kept: an unchanged data folder is read once, however often it is replayed. */
const stagingFolder = (): Promise<string> =>
  privateFolder(join(tmpdir(), `duewatch-${process.getuid?.() ?? 'staging'}`));

await runCommand(command);
