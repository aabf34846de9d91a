import { type CalendarDate, dayNumber, dayOfNumber } from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { DailySpend } from '../../ledger/spend.ts';

/**
 * A UTC charge day that nothing is known of, which is not zero. Days are a typed array, which is
 * what lets a night look at hundreds of them many times over, and such an array has no `undefined`.
 */
export const UNKNOWN = Number.NaN;

export const isKnown = (amount: number | undefined): amount is number =>
  amount !== undefined && !Number.isNaN(amount);

/** A customer's days in one currency, from the first with data to the last complete one. */
export type DailySeries = {
  readonly currency: CurrencyCode;
  /** Day number of `amounts[0]`. */
  readonly firstDay: number;
  /** Minor units. */
  readonly amounts: Float64Array;
  /** Weekday profiles by the day number they reach through, where somebody keeps them. */
  readonly profiles?: Map<number, readonly number[]>;
};

/**
 * Rows of a day add up. `completeThrough` is what the feed promises: later days are still growing and
 * stay out, and until then a day without a row cost nothing. Without that promise the last complete
 * day is the newest with data in any currency, and a day without a row is missing.
 */
export function dailySeries(
  spend: readonly DailySpend[],
  currency: CurrencyCode,
  completeThrough?: CalendarDate,
): DailySeries | undefined {
  let firstDay = Number.POSITIVE_INFINITY;
  let newestDay = Number.NEGATIVE_INFINITY;
  const days: number[] = [];
  for (const { date, currency: each } of spend) {
    const day = dayNumber(date);
    days.push(day);
    if (day > newestDay) newestDay = day;
    if (each === currency && day < firstDay) firstDay = day;
  }
  const last = completeThrough === undefined ? newestDay : dayNumber(completeThrough);
  if (firstDay > last) return undefined;

  const withoutRow = completeThrough === undefined ? UNKNOWN : 0;
  const amounts = new Float64Array(last - firstDay + 1).fill(withoutRow);
  for (const [row, each] of spend.entries()) {
    const at = (days[row] ?? 0) - firstDay;
    if (each.currency === currency && at < amounts.length) addTo(amounts, at, each.minorUnits);
  }
  return { currency, firstDay, amounts };
}

/** Adds to a day, of which nothing may have been known. */
export function addTo(amounts: Float64Array, at: number, minorUnits: number): void {
  const before = amounts[at];
  amounts[at] = isKnown(before) ? before + minorUnits : minorUnits;
}

/** The newest day that is known to be whole; only days up to it are judged. */
export const lastCompleteDay = ({ firstDay, amounts }: DailySeries): CalendarDate =>
  dayOfNumber(firstDay + amounts.length - 1);

/** The days up to and including a day number, at most `most` of them, oldest first. */
export const daysThrough = (
  { firstDay, amounts }: DailySeries,
  day: number,
  most: number,
): Float64Array => {
  const end = Math.max(0, day - firstDay + 1);
  return amounts.subarray(Math.max(0, end - most), end);
};
