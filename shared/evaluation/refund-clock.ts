import type { Arrangement } from '../ledger/arrangement.ts';
import { addDays, type CalendarDate, daysBetween } from '../ledger/calendar-date.ts';
import { inForce } from './in-force.ts';

/** How long a credit can still be requested for a fraud; negative once the last day has passed. */
export type RefundClock = {
  readonly from: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly daysLeft: number;
};

/**
 * Microsoft takes the request within so many calendar days of the first fraudulent usage, whenever
 * that was found. One clock per first day, the oldest first.
 */
export function refundClocks(
  arrangements: readonly Arrangement[],
  days: number,
  asOf: CalendarDate,
): readonly RefundClock[] {
  const cases = inForce('fraud-case', arrangements, asOf);
  if (cases.length === 0) return [];
  return [...new Set(cases.map(({ from }) => from))].sort().map((from) => {
    const lastDay = addDays(from, days);
    return { from, lastDay, daysLeft: daysBetween(asOf, lastDay) };
  });
}
