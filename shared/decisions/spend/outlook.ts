import { type Pace, paceOf } from '../../evaluation/pace.ts';
import { type DailySeries, lastCompleteDay } from '../../evaluation/spend/daily-series.ts';
import { forecastMonth, type MonthForecast } from '../../evaluation/spend/forecast-month.ts';
import {
  type ForecastRecord,
  typicalPercentError,
} from '../../evaluation/spend/forecast-record.ts';
import { type CalendarDate, monthBefore, monthOf } from '../../ledger/calendar-date.ts';
import { lastNightIn, nextMemory } from './forecast-memory.ts';
import type { ForecastMemory } from './spend-state.ts';
import type { SpendTonight } from './spend-tonight.ts';

/** Where a month of spend is heading. */
export type Outlook = {
  readonly forecast: MonthForecast | undefined;
  /** What the night before said of the same month. */
  readonly lastNight: ForecastRecord | undefined;
  /** How many percent forecasts made about as late in the last closed month were off. */
  readonly lastError: number | undefined;
  readonly pace: Pace | undefined;
  /** The last day with data, where that is older than it should be. */
  readonly dataThrough: CalendarDate | undefined;
  readonly memory: ForecastMemory | undefined;
};

export const NO_OUTLOOK: Outlook = {
  forecast: undefined,
  lastNight: undefined,
  lastError: undefined,
  pace: undefined,
  dataThrough: undefined,
  memory: undefined,
};

/** A customer that spent nothing this month and last has no outlook, and nothing to remember. */
export function outlookOf(
  series: DailySeries | undefined,
  before: ForecastMemory | undefined,
  tonight: SpendTonight,
): Outlook {
  if (series === undefined)
    return before === undefined ? NO_OUTLOOK : { ...NO_OUTLOOK, memory: before };
  const last = lastCompleteDay(series);
  if (isLongAgo(last, tonight)) return NO_OUTLOOK;
  const made = forecastMonth(series, tonight.asOf);
  const forecast = made.kind === 'forecast' ? made : undefined;
  const memory = nextMemory(before, forecast, series, tonight);
  return {
    forecast,
    lastNight: lastNightIn(memory, tonight),
    lastError: forecast && typicalPercentError(memory.scores, series.currency, forecast.daysSeen),
    pace: paceOf(series, tonight.asOf),
    dataThrough: last < tonight.completeThrough ? last : undefined,
    memory: memory.records.length + memory.scores.length === 0 ? undefined : memory,
  };
}

/** Neither this month nor the one before has a day: the customer has stopped, which is not late. */
const isLongAgo = (last: CalendarDate, { completeThrough }: SpendTonight): boolean =>
  monthOf(last) < monthBefore(monthOf(completeThrough));
