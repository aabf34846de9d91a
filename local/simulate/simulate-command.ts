import { commandLine, runCommand } from '../commands/command-line.ts';
import { customerIds, day, days, fileName, filePaths, output } from '../commands/option-values.ts';
import { progressOn } from '../commands/progress-on.ts';
import { type SimulateOptions, simulate } from './simulate.ts';

const command = commandLine(
  'npm run simulate',
  'Replays a policy over past days: what each night would have decided and said. Nothing is stored or sent.',
)
  .option('--data <folder>', 'the data folder', 'sample')
  .option(
    '--policy <file>',
    'the policy (default: policy.json in the data folder); given again, two are compared',
    filePaths,
  )
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
  .option(
    '--json <file>',
    'JSON Lines, one per day, customer and currency; - is standard output, which npm shares unless it is npm run -s',
    output,
  )
  .option(
    '--html <file>',
    'a report with charts, one file that needs no network',
    fileName('--html'),
  )
  .addHelpText(
    'after',
    `
Without days, one night is replayed: the day in as-of.txt of the data folder, or today in the policy's
time zone. Every replay begins as if nobody had ever been written to.

The lines of --json come by customer (in the order of the encoded id), then day, then currency. Where
two policies are compared, by customer, day, policy and currency, and each line names its "policy".`,
  )
  .action(async (options: SimulateOptions) => {
    const progress = await progressOn(process.stderr);
    try {
      await simulate(options, progress);
    } finally {
      progress.stop();
    }
  });

export const runSimulate = (): Promise<void> => runCommand(command);
