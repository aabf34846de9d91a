import {
  type CalendarDate,
  dayNumber,
  dayOfNumber,
  endOfMonth,
} from '../../ledger/calendar-date.ts';
import { type DailySeries, daysThrough, isKnown } from './daily-series.ts';
import { expectedAhead, type LevelAndTrend, levelAndTrend } from './level-and-trend.ts';
import { withoutPassingSpikes } from './passing-spikes.ts';
import {
  profileThrough,
  type WeekdayProfile,
  weekdayOf,
  withoutWeekdays,
} from './weekday-profile.ts';

/** Where the month of `asOf` will end, in minor units; `low` to `high` should hold 4 times in 5. */
export type MonthForecast = {
  readonly kind: 'forecast';
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly method: 'level' | 'level-and-trend';
  /** What the known days of the month cost, and how many they are. */
  readonly spent: number;
  readonly daysSeen: number;
  /** What an average day is taken to cost now. */
  readonly perDay: number;
  /** The last day the forecast rests on; older than `asOf` where data are late. */
  readonly through: CalendarDate;
  /** Still too rough to alert on. */
  readonly isEarly: boolean;
};

export type NoForecast = { readonly kind: 'no-forecast'; readonly because: string };

export const FEWEST_DAYS_SEEN = 3;
const EARLY_BEFORE_DAYS = 5;
const EARLY_BEFORE_HISTORY_DAYS = 14;
export const DAYS_LOOKED_AT = 98;

/**
 * What is known of the month, plus its level (with trend and weekdays) for every day that is not:
 * days to come, and days whose data are missing. A month that the customer began in is counted from
 * its first day. Method and constants were chosen by back-test; docs and bench have the figures.
 */
export function forecastMonth(series: DailySeries, asOf: CalendarDate): MonthForecast | NoForecast {
  const month = monthOfSeries(series, asOf);
  if (month.daysSeen < FEWEST_DAYS_SEEN)
    return {
      kind: 'no-forecast',
      because: `${month.daysSeen} days of ${asOf.slice(0, 7)} are known: a forecast needs ${FEWEST_DAYS_SEEN}`,
    };

  const past = daysThrough(series, month.through, DAYS_LOOKED_AT);
  const firstDay = month.through - past.length + 1;
  const profile = profileThrough(series, month.through);
  const days = withoutPassingSpikes(withoutWeekdays(past, firstDay, profile));
  const habit = levelAndTrend(days);
  const remainder = remainderOf(series, month, habit, profile);
  const expected = month.spent + remainder.expected;
  const reach = reachOf(habit, remainder.days);
  return {
    kind: 'forecast',
    expected: Math.round(expected),
    low: Math.round(Math.max(expected - reach, Math.min(month.spent, expected))),
    high: Math.round(expected + reach),
    method: habit.trend === 0 ? 'level' : 'level-and-trend',
    spent: month.spent,
    daysSeen: month.daysSeen,
    perDay: Math.round(habit.level),
    through: dayOfNumber(month.through),
    isEarly: month.daysSeen < EARLY_BEFORE_DAYS || past.length < EARLY_BEFORE_HISTORY_DAYS,
  };
}

/** Day numbers of a month, and what is known of it. */
type KnownMonth = {
  readonly from: number;
  readonly to: number;
  readonly through: number;
  readonly spent: number;
  readonly daysSeen: number;
};

function monthOfSeries({ firstDay, amounts }: DailySeries, asOf: CalendarDate): KnownMonth {
  const today = dayNumber(asOf);
  const from = Math.max(today - Number(asOf.slice(8)) + 1, firstDay);
  const through = Math.min(today, firstDay + amounts.length - 1);
  let spent = 0;
  let daysSeen = 0;
  for (let day = from; day <= through; day++) {
    const amount = amounts[day - firstDay];
    if (!isKnown(amount)) continue;
    spent += amount;
    daysSeen += 1;
  }
  return { from, to: dayNumber(endOfMonth(asOf)), through, spent, daysSeen };
}

/** The days of the month that nothing is known of, and what they are expected to cost together. */
function remainderOf(
  { firstDay, amounts }: DailySeries,
  { from, to, through }: KnownMonth,
  habit: LevelAndTrend,
  profile: WeekdayProfile,
): { readonly days: number; readonly expected: number } {
  let days = 0;
  let expected = 0;
  for (let day = from; day <= to; day++) {
    if (day <= through && isKnown(amounts[day - firstDay])) continue;
    days += 1;
    expected += expectedAhead(habit, day - through) * (profile[weekdayOf(day)] ?? 1);
  }
  return { days, expected };
}

/** 80 of 100 draws of a normal distribution lie within so many deviations. */
const DEVIATIONS_FOR_80_PERCENT = 1.28;
/** How far the level itself moves in a month, as a share; from the tuning half. */
const LEVEL_DRIFT = 0.09;

/** Two things may go wrong: each day's noise, which evens out, and the level, which does not. */
function reachOf({ level, noise }: LevelAndTrend, days: number): number {
  const drift = (LEVEL_DRIFT * level * days) ** 2;
  return DEVIATIONS_FOR_80_PERCENT * Math.sqrt(noise * days + drift);
}
