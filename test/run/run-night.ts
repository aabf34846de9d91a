import type { Run } from '../../shared/run/run.ts';
import { startRun } from '../../shared/run/start-run.ts';
import { day } from '../builders.ts';
import type { NightInMemory, NightNeeds } from './in-memory/night.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { workUntilEmpty } from './worker.ts';

export const startNight = (needs: NightNeeds, asOf = '2026-03-17', dryRun = false): Promise<Run> =>
  startRun({ asOf: day(asOf), dryRun }, undefined, needs);

/** A night from its start until nothing is left to do, begun at two in the morning of its day. */
export async function runNight(
  night: NightInMemory,
  asOf = '2026-03-17',
  needs = night.needs,
): Promise<Outcome> {
  if (!night.now.startsWith(asOf)) night.now = `${asOf}T02:00:00Z`;
  await startNight(needs, asOf);
  await workUntilEmpty(night.memory, needs);
  return await outcomeOf(night);
}
