import { type DailySeries, UNKNOWN } from '../../../shared/evaluation/spend/daily-series.ts';
import { addDays, dayNumber } from '../../../shared/ledger/calendar-date.ts';
import type { DailySpend } from '../../../shared/ledger/spend.ts';
import { day } from '../../builders.ts';
import { dailySeries } from './daily-series.ts';

type DayAmount = number | undefined;

/** EUR days from a date on; a gap is a missing day. */
export const seriesFrom = (from: string, amounts: readonly DayAmount[]): DailySeries => ({
  currency: 'EUR',
  firstDay: dayNumber(day(from)),
  amounts: amountsOf(amounts),
});

export const amountsOf = (amounts: readonly DayAmount[]): Float64Array =>
  Float64Array.from(amounts, (amount) => amount ?? UNKNOWN);

export const days = (count: number, amount: (at: number) => DayAmount): readonly DayAmount[] =>
  Array.from({ length: count }, (_, at) => amount(at));

/** One EUR row a day from a date on, of one service where named. */
export const rowsFrom = (
  from: string,
  amounts: readonly number[],
  named: Pick<DailySpend, 'service' | 'subscriptionId'> = {},
): readonly DailySpend[] =>
  amounts.map((minorUnits, at) => ({
    date: addDays(day(from), at),
    minorUnits,
    currency: 'EUR',
    ...named,
  }));

export const seriesOf = (spend: readonly DailySpend[], completeThrough?: string): DailySeries => {
  const through = completeThrough === undefined ? undefined : day(completeThrough);
  const series = dailySeries(spend, 'EUR', through);
  if (series === undefined) throw new Error('Cannot test a series without days: give it rows');
  return series;
};
