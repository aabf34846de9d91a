import { z } from 'zod';
import { CalendarDate, CalendarMonth, monthOf } from '../../ledger/calendar-date.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import type { MonthForecast } from './forecast-month.ts';

/** What a night said the month would cost, kept until the month closes and it can be scored. */
export const ForecastRecord = z.object({
  madeOn: CalendarDate,
  month: CalendarMonth,
  currency: CurrencyCode,
  daysSeen: z.int().positive(),
  expected: z.int(),
  low: z.int(),
  high: z.int(),
});
export type ForecastRecord = z.infer<typeof ForecastRecord>;

/** How a forecast turned out once its month was closed. */
export const ForecastScore = z.object({
  month: CalendarMonth,
  currency: CurrencyCode,
  daysSeen: z.int().positive(),
  /** To one decimal, of the closed month; absent where that cost nothing. */
  absolutePercentError: z.number().optional(),
  isWithinRange: z.boolean(),
});
export type ForecastScore = z.infer<typeof ForecastScore>;

export const forecastRecord = (
  { daysSeen, expected, low, high }: MonthForecast,
  currency: CurrencyCode,
  madeOn: CalendarDate,
): ForecastRecord => ({
  madeOn,
  month: monthOf(madeOn),
  currency,
  daysSeen,
  expected,
  low,
  high,
});

/** A night that is run again replaces what it said before. */
export const withForecast = (
  records: readonly ForecastRecord[],
  record: ForecastRecord,
): readonly ForecastRecord[] => {
  const isSaidBefore = ({ madeOn, currency }: ForecastRecord): boolean =>
    madeOn === record.madeOn && currency === record.currency;
  const others = records.some(isSaidBefore)
    ? records.filter((each) => !isSaidBefore(each))
    : records;
  return [...others, record];
};

/** `actual` is what the closed month cost, in minor units. */
export function scoreForecast(record: ForecastRecord, actual: number): ForecastScore {
  const { month, currency, daysSeen, expected, low, high } = record;
  const error = Math.round((Math.abs(expected - actual) * 1000) / Math.abs(actual)) / 10;
  return {
    month,
    currency,
    daysSeen,
    ...(actual !== 0 && { absolutePercentError: error }),
    isWithinRange: low <= actual && actual <= high,
  };
}

/** How many days apart two forecasts may be to be compared. */
const ABOUT_AS_LATE_DAYS = 2;

/** The mean error of earlier forecasts made about as late in the month; the figure beside the next. */
export function typicalPercentError(
  scores: readonly ForecastScore[],
  currency: CurrencyCode,
  daysSeen: number,
): number | undefined {
  let sum = 0;
  let known = 0;
  for (const each of scores) {
    if (each.currency !== currency || each.absolutePercentError === undefined) continue;
    if (Math.abs(each.daysSeen - daysSeen) > ABOUT_AS_LATE_DAYS) continue;
    sum += each.absolutePercentError;
    known += 1;
  }
  return known === 0 ? undefined : Math.round((10 * sum) / known) / 10;
}
