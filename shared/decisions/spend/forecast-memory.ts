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
  const kept = fromMonth(before.records, lastMonth);
  const stillOpen = fromMonth(kept, firstOpenMonth);
  const closed = kept.slice(0, kept.length - stillOpen.length);
  const cost = closed.length === 0 ? undefined : closedCost(series, lastMonth);
  const open = cost === undefined ? kept : stillOpen;
  const scores =
    cost === undefined ? before.scores : closed.map((each) => scoreForecast(each, cost));
  const records =
    forecast === undefined
      ? open
      : withForecast(open, forecastRecord(forecast, series.currency, asOf));
  return { records: [...records], scores };
}

/** Records come night by night. */
function fromMonth(
  records: readonly ForecastRecord[],
  month: CalendarMonth,
): readonly ForecastRecord[] {
  const first = records.findIndex((each) => each.month >= month);
  return first < 0 ? [] : records.slice(first);
}

/** What was forecast the night before, in the same month. */
export const lastNightIn = (
  { records }: ForecastMemory = NOTHING,
  { asOf, month }: SpendTonight,
): ForecastRecord | undefined => {
  const last = records.findLast((each) => each.madeOn < asOf);
  return last?.month === month ? last : undefined;
};

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
