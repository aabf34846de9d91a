import { commandLine, runCommand, type Work } from '../commands/command-line.ts';
import { day, output } from '../commands/option-values.ts';
import { type NightlyOptions, nightly } from './nightly.ts';

const work: Work = { hasBegun: false };

const command = commandLine(
  'npm run nightly',
  'Runs one night: reads, evaluates, decides, e-mails.',
)
  .option('--data <folder>', 'the data folder', 'sample')
  .option('--policy <file>', 'the policy (default: policy.json in the data folder)')
  .option(
    '--as-of <day>',
    "the night's day (default: the folder's own, else today)",
    day('--as-of'),
  )
  .option('--state <folder>', 'where nights accumulate, with their outbox', '.local')
  .option('--fresh', 'empty the state first', false)
  .option('--dry-run', 'decide and report; change and send nothing', false)
  .option('--json <file>', 'write the report as JSON; - is standard output', output)
  .addHelpText('after', '\nEnds with 0: done; 1: done, but something failed; 2: cannot start.')
  .action(async (options: NightlyOptions) => {
    process.exitCode = await nightly(options, () => {
      work.hasBegun = true;
    });
  });

export const runNightly = (): Promise<void> => runCommand(command, work);
