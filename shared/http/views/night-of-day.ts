import type { CalendarDate } from '../../ledger/calendar-date.ts';
import { type ReadNightNeeds, type ShownNight, shownNight } from '../../run/desk/shown-night.ts';
import { ProblemError } from '../problems.ts';

/** The night of a day that was asked for, or the last one, if there is any. */
export async function nightOfDay(
  asOf: CalendarDate | undefined,
  needs: ReadNightNeeds,
): Promise<ShownNight | undefined> {
  const night = await shownNight(asOf, needs);
  if (night === undefined && asOf !== undefined)
    throw new ProblemError(404, `There is no night of ${asOf}: see /api/runs`);
  return night;
}
