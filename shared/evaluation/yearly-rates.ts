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

type ReferenceRate = { readonly fromDay: number; readonly percent: number };

const referenceRates = (rates: Readonly<Record<string, number>>): readonly ReferenceRate[] =>
  Object.entries(rates).map(([from, percent]) => ({
    fromDay: dayNumber(CalendarDate.parse(from)),
    percent,
  }));

/** Read once: customers by the hundred thousand ask for them. */
const BUILT_IN = referenceRates(REFERENCE_RATES);

/** Reference rates with their margin, oldest first. The policy's go before built-in ones of a day. */
export function statutoryRates(
  { rates }: Pick<StatutoryLateFee, 'rates'>,
  marginPoints: number,
): readonly YearlyRate[] {
  const margin = millionthsOf(marginPoints);
  const own = referenceRates(rates);
  const others = BUILT_IN.filter(({ fromDay }) => !own.some((each) => each.fromDay === fromDay));
  return [...others, ...own]
    .sort((a, b) => a.fromDay - b.fromDay)
    .map(({ fromDay, percent }) => ({
      fromDay,
      millionths: Math.max(millionthsOf(percent) + margin, 0),
    }));
}

/** The rate on a day; before the first one is known, the first. */
export function rateOn(rates: readonly YearlyRate[], day: number): YearlyRate | undefined {
  return rates.findLast(({ fromDay }) => fromDay <= day) ?? rates[0];
}

/** Whether reference rates, which hold for a half-year, have none for the day's half-year. */
export function isBeyondKnown(rates: readonly YearlyRate[], day: number): boolean {
  const last = rates.at(-1);
  if (last === undefined || day < last.fromDay + DAYS_OF_SHORTEST_HALF_YEAR) return false;
  return halfYear(day) > halfYear(last.fromDay);
}

const DAYS_OF_SHORTEST_HALF_YEAR = 181;

export const isBeforeKnown = (rates: readonly YearlyRate[], day: number): boolean =>
  day < (rates[0]?.fromDay ?? day);

function halfYear(day: number): number {
  const date = dayOfNumber(day);
  return Number(date.slice(0, 4)) * 2 + (date.slice(5, 7) > '06' ? 1 : 0);
}
