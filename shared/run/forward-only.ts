import type { CalendarDate } from '../ledger/calendar-date.ts';
import { SourceError } from './errors.ts';
import type { Runs } from './ports.ts';
import type { Run } from './run.ts';

/** Runs come and go by the hundred at most between two looks. */
const RUNS_LOOKED_AT = 400;

/** Runs that change what nights build on, the newest first. */
export const decidedAmong = (recent: readonly Run[]): readonly Run[] =>
  recent.filter((each) => !each.dryRun && hasDecided(each));

/** A run that failed before it evaluated anybody changed nothing, and its day can be run still. */
const hasDecided = ({ status, evaluated }: Run): boolean => status !== 'failed' || evaluated > 0;

export const latestDay = (runs: readonly Run[]): CalendarDate | undefined =>
  runs
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1);

/**
 * A run of one customer may have begun before a night of a later day, and is still at it: what the
 * night reads must not be taken back. Asked with the receipts open, whose save then fails where a
 * night begins meanwhile. Throws SourceError.
 */
export async function refuseEarlierDay(run: Run, runs: Runs): Promise<void> {
  if (run.dryRun || run.customerId === undefined) return;
  const latest = latestDay(decidedAmong(await runs.recent(RUNS_LOOKED_AT)));
  if (latest === undefined || latest <= run.asOf) return;
  throw new SourceError(
    `Cannot read customer "${run.customerId}" as of ${run.asOf} because ${latest} has begun and nights only go forward: run the customer again`,
  );
}
