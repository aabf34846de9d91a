import type { Desk } from './desk/desk-port.ts';
import type { Run } from './run.ts';

/** What nights leave behind, for when they are old. */
export interface PastNights {
  /** Some of the runs that were started before. */
  startedBefore(instant: Date, limit: number): Promise<readonly Run[]>;
  /** Removes all there is of a run. Killed in between, it is found and removed again. */
  forget(run: Run): Promise<void>;
  /** No delivery report is expected any more for what was sent before. */
  forgetSent(before: Date): Promise<void>;
}

export type ForgetNightsNeeds = {
  readonly pastNights: PastNights;
  readonly desk: Pick<Desk, 'nightOn'>;
  readonly nightsKeptDays: number;
  readonly clock: () => Date;
};

const MS_PER_DAY = 86_400_000;
/** A watch is soon over; what is left goes with the next one. */
const RUNS_AT_ONCE = 10;

/**
 * Removes how nights went that are older than is kept: their results, orders, rejects and e-mails
 * to colleagues. What was decided about a customer and written to it stays with the customer. The
 * last night stays as well, however old it is: it is what people look at.
 */
export async function forgetNights(needs: ForgetNightsNeeds): Promise<void> {
  const { pastNights, desk, nightsKeptDays, clock } = needs;
  const before = new Date(clock().getTime() - nightsKeptDays * MS_PER_DAY);
  const old = await pastNights.startedBefore(before, RUNS_AT_ONCE + 1);
  if (old.length === 0) return;
  const shown = await desk.nightOn(undefined);
  const past = old.filter(({ id }) => id !== shown).slice(0, RUNS_AT_ONCE);
  // First, as a run that is gone is no reason to look for them again.
  if (past.length > 0) await pastNights.forgetSent(before);
  for (const run of past) await pastNights.forget(run);
}
