import { commandLine, runCommand, type Work } from '../commands/command-line.ts';
import { day, output } from '../commands/option-values.ts';
import { DEMO, demoState } from '../demo/demo-option.ts';
import { type NightlyOptions, nightly } from './nightly.ts';

type Options = NightlyOptions & { readonly demo: boolean };

const work: Work = { hasBegun: false };
const onBegun = (): void => {
  work.hasBegun = true;
};

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
  .option('--demo', DEMO, false)
  .option('--dry-run', 'decide and report; change and send nothing', false)
  .option(
    '--json <file>',
    'write the report as JSON; - is standard output, which npm shares unless it is npm run -s',
    output,
  )
  .addHelpText('after', '\nEnds with 0: done; 1: done, but something failed; 2: cannot start.')
  .action(async ({ demo, ...options }: Options) => {
    process.exitCode = demo ? await demoNight(options) : await nightly(options, onBegun);
  });

/** Refuses what a demo settles itself, so that nobody takes its figures for their own. */
async function demoNight(options: NightlyOptions): Promise<number> {
  const state = demoState(command, options.state);
  const { startDemo } = await import('../demo/demo.ts');
  const demo = await startDemo({ state, fresh: options.fresh });
  try {
    return await nightly({ ...options, state, data: demo.data, asOf: demo.day, demo }, onBegun);
  } finally {
    await demo.stop();
  }
}

export const runNightly = (): Promise<void> => runCommand(command, work);
