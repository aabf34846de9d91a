/**
 * How many calls were made lately, by spans of five seconds. What an API allows in a minute is
 * allowed in every minute, and not twice around the turn of a clock's.
 */
export type CallCounts = Readonly<Record<string, number>>;

export type Claim = {
  readonly counts: CallCounts;
  /** Calls that may be made, before `until`; with none, `until` is when to ask again. */
  readonly granted: number;
  readonly until: Date;
};

const SPAN_MS = 5_000;
/** A minute touches so many spans at most. */
const SPANS = 60_000 / SPAN_MS + 1;

/** Claims calls for the current span. What is claimed and not made in time has been for nothing. */
export function claimCalls(
  counts: CallCounts,
  now: Date,
  wanted: number,
  perMinute: number,
): Claim {
  const span = Math.floor(now.getTime() / SPAN_MS);
  const recent = Object.entries(counts).filter(([each]) => Number(each) > span - SPANS);
  const made = recent.reduce((sum, [, count]) => sum + count, 0);
  const granted = Math.max(0, Math.min(wanted, perMinute - made));
  const mine = (counts[span] ?? 0) + granted;
  return {
    counts: { ...Object.fromEntries(recent), ...(mine > 0 && { [span]: mine }) },
    granted,
    until: new Date((granted > 0 ? span + 1 : nextRoom(recent, span)) * SPAN_MS),
  };
}

/** The span in which the oldest calls no longer count. */
const nextRoom = (recent: readonly (readonly [string, number])[], span: number): number =>
  Math.max(span + 1, Math.min(...recent.map(([each]) => Number(each))) + SPANS);
