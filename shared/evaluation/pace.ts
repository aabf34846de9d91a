import { type CalendarDate, dayNumber, dayOfMonth, endOfMonth } from '../ledger/calendar-date.ts';
import { type DailySeries, isKnown } from './spend/daily-series.ts';

/** How far the month has come, in days that are known, and what they cost. Minor units. */
export type Pace = {
  readonly spent: number;
  readonly days: number;
  readonly daysOfMonth: number;
};

/**
 * A customer's first month begins on its first day with data, so that half a month of spend is not
 * held against a whole one. Undefined while no day of the month is known.
 */
export function paceOf({ firstDay, amounts }: DailySeries, asOf: CalendarDate): Pace | undefined {
  const today = dayNumber(asOf);
  const from = Math.max(today - dayOfMonth(asOf) + 1, firstDay);
  const through = Math.min(today, firstDay + amounts.length - 1);
  if (through < from) return undefined;
  let spent = 0;
  for (let day = from; day <= through; day++) {
    const amount = amounts[day - firstDay];
    if (isKnown(amount)) spent += amount;
  }
  return {
    spent,
    days: through - from + 1,
    daysOfMonth: dayNumber(endOfMonth(asOf)) - from + 1,
  };
}

/** Percentage points that spend is ahead of the days; undefined without a budget. */
export const pointsAhead = (
  { spent, days, daysOfMonth }: Pace,
  budget: number,
): number | undefined =>
  budget > 0 ? (spent * 100) / budget - (days * 100) / daysOfMonth : undefined;
