import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../commands/usage-error.ts';

export const DEMO = 'a made-up reseller, in a made-up Partner Center, a day later every night';

const DEMO_STATE = '.local/demo';
/** What a demo settles itself, so that nobody takes its figures for their own. */
const SETTLED = [
  ['data', '--data'],
  ['policy', '--policy'],
  ['asOf', '--as-of'],
] as const;

/** Where a demo's nights accumulate: apart from real ones. Throws UsageError. */
export function demoState(command: Command, state: string): string {
  for (const [name, flag] of SETTLED)
    if (command.getOptionValueSource(name) === 'cli')
      throw new UsageError(
        `Cannot run the demo with ${flag} because it has customers, a policy and days of its own: leave out ${flag} or --demo`,
      );
  return resolve(command.getOptionValueSource('state') === 'cli' ? state : DEMO_STATE);
}
