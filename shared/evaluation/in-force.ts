import type { Arrangement } from '../ledger/arrangement.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';

/** The arrangements of a kind that hold on a day: on `until` itself they no longer do. */
export function inForce(
  kind: Arrangement['kind'],
  arrangements: readonly Arrangement[],
  asOf: CalendarDate,
): readonly Arrangement[] {
  return arrangements.filter(
    ({ kind: each, from, until }) =>
      each === kind && from <= asOf && (until === undefined || asOf < until),
  );
}

/** The same of any arrangement: a promise holds through its `until`, the others until the day before. */
export const isInForce = ({ kind, from, until }: Arrangement, asOf: CalendarDate): boolean =>
  from <= asOf && (until === undefined || (kind === 'promise' ? asOf <= until : asOf < until));
