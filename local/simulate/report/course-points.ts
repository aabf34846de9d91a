import type { CalendarDate } from '../../../shared/ledger/calendar-date.ts';
import type { CurrencyCode } from '../../../shared/ledger/money.ts';
import { decimalsOf } from '../../../shared/ledger/money.ts';
import type { Nightly } from '../course.ts';

/** As many as a chart has room for. */
const MOST_POINTS = 366;

/** The nights that a chart shows: all, or every so many up to the last. */
export function chartedNights(days: readonly CalendarDate[]): readonly number[] {
  const step = Math.ceil(days.length / MOST_POINTS);
  const last = days.length - 1;
  return [...days.keys()].filter((at) => (last - at) % step === 0);
}

export const valuesAt = (nights: readonly number[], nightly: Nightly | undefined): number[] =>
  nights.map((at) => nightly?.[at] ?? 0);

/** Major units, as people count, and as floats: for heights of charts, never for figures. */
export function heightsAt(
  nights: readonly number[],
  nightly: Nightly | undefined,
  currency: CurrencyCode,
): number[] {
  const unit = 10 ** decimalsOf(currency);
  return valuesAt(nights, nightly).map((minorUnits) => minorUnits / unit);
}
