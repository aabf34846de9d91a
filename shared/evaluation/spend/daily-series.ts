import { type CalendarDate, dayOfNumber } from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';

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
