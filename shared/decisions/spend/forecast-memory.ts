import { type DailySeries, isKnown } from '../../evaluation/spend/daily-series.ts';
import type { MonthForecast } from '../../evaluation/spend/forecast-month.ts';
import {
  type ForecastRecord,
  forecastRecord,
  scoreForecast,
  withForecast,
} from '../../evaluation/spend/forecast-record.ts';
import {
  CalendarDate,
  type CalendarMonth,
  dayNumber,
  endOfMonth,
  monthBefore,
} from '../../ledger/calendar-date.ts';
import type { ForecastMemory } from './spend-state.ts';
import type { SpendTonight } from './spend-tonight.ts';

const NOTHING: ForecastMemory = { records: [], scores: [] };

/**
 * Adds tonight's forecast, and scores those of a month that has closed since. A month with a day
 * missing has no known cost, so it is not scored, and forgotten a month later.
 */
export function nextMemory(
  before: ForecastMemory = NOTHING,
  forecast: MonthForecast | undefined,
  series: DailySeries,
  { asOf, month, firstOpenMonth }: SpendTonight,
): ForecastMemory {
  const lastMonth = monthBefore(month);
  const kept = before.records.filter((each) => each.month >= lastMonth);
  const closed = kept.filter((each) => each.month < firstOpenMonth);
  const cost = closed.length === 0 ? undefined : closedCost(series, lastMonth);
  const open = cost === undefined ? kept : kept.filter((each) => each.month >= firstOpenMonth);
  const scores =
    cost === undefined ? before.scores : closed.map((each) => scoreForecast(each, cost));
  const records =
    forecast === undefined
      ? open
      : withForecast(open, forecastRecord(forecast, series.currency, asOf));
  return { records: [...records], scores };
}

/** What was forecast the night before, in the same month. */
export const lastNightIn = (
  { records }: ForecastMemory = NOTHING,
  { asOf, month }: SpendTonight,
): ForecastRecord | undefined =>
  records.filter((each) => each.month === month && each.madeOn < asOf).at(-1);

function closedCost({ firstDay, amounts }: DailySeries, month: CalendarMonth): number | undefined {
  const first = CalendarDate.parse(`${month}-01`);
  const from = Math.max(dayNumber(first) - firstDay, 0);
  const through = dayNumber(endOfMonth(first)) - firstDay;
  if (through >= amounts.length) return undefined;
  let cost = 0;
  for (let at = from; at <= through; at++) {
    const amount = amounts[at];
    if (!isKnown(amount)) return undefined;
    cost += amount;
  }
  return cost;
}
