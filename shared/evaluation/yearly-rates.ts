import { CalendarDate, dayNumber, dayOfNumber } from '../ledger/calendar-date.ts';
import type { StatutoryLateFee } from '../policy/late-fees-policy.ts';
import { REFERENCE_RATES } from '../policy/reference-rates.ts';

/** A yearly rate from a day on, until the next one starts. */
export type YearlyRate = {
  readonly fromDay: number;
  /** Of the open amount, whole. 10.15 % is 101,500. */
  readonly millionths: number;
};

/** 10.15 % as millionths; percents of a policy have four decimals at most, so this is exact. */
export const millionthsOf = (percent: number): number => Math.round(percent * 10_000);

/** Reference rates with their margin, oldest first. The policy's go before built-in ones of a day. */
export function statutoryRates(
  { rates }: Pick<StatutoryLateFee, 'rates'>,
  marginPoints: number,
): readonly YearlyRate[] {
  const margin = millionthsOf(marginPoints);
  return Object.entries<number>({ ...REFERENCE_RATES, ...rates })
    .map(([from, percent]) => ({
      fromDay: dayNumber(CalendarDate.parse(from)),
      millionths: Math.max(millionthsOf(percent) + margin, 0),
    }))
    .sort((a, b) => a.fromDay - b.fromDay);
}

/** The rate on a day; before the first one is known, the first. */
export function rateOn(rates: readonly YearlyRate[], day: number): YearlyRate | undefined {
  return rates.findLast(({ fromDay }) => fromDay <= day) ?? rates[0];
}

/** Whether reference rates, which hold for a half-year, have none for the day's half-year. */
export function isBeyondKnown(rates: readonly YearlyRate[], day: number): boolean {
  const last = rates.at(-1);
  return last !== undefined && halfYear(day) > halfYear(last.fromDay);
}

export const isBeforeKnown = (rates: readonly YearlyRate[], day: number): boolean =>
  day < (rates[0]?.fromDay ?? day);

function halfYear(day: number): number {
  const date = dayOfNumber(day);
  return Number(date.slice(0, 4)) * 2 + (date.slice(5, 7) > '06' ? 1 : 0);
}
