import type { CalendarDate } from '../shared/ledger/calendar-date.ts';
import type { Live } from '../shared/live.ts';
import type { Run } from '../shared/run/run.ts';
import { startRun } from '../shared/run/start-run.ts';

/**
 * Where no night has been yet, one is started over the app's own queues, so that whoever looks for
 * the first time sees something.
 */
export async function startFirstNight(asOf: CalendarDate, live: Live): Promise<Run | undefined> {
  await live.prepare();
  const [before] = await live.runs.recent(1);
  if (before !== undefined) return undefined;
  return startRun({ asOf, dryRun: false }, undefined, live);
}
