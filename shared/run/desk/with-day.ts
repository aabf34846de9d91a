import type { StartRun } from '../start-run.ts';
import { deskDay } from './desk-day.ts';
import { type ReadNightNeeds, shownNight } from './shown-night.ts';

/** One customer alone is run on the day of the desk, so that it never runs ahead of its nights. */
export async function withDay(
  wanted: StartRun,
  needs: ReadNightNeeds & { readonly clock: () => Date },
): Promise<StartRun> {
  if (wanted.customerId === undefined || wanted.asOf !== undefined) return wanted;
  const night = await shownNight(undefined, needs);
  return night === undefined ? wanted : { ...wanted, asOf: deskDay(night.run, needs.clock()) };
}
