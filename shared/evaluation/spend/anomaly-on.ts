import { type CalendarDate, dayNumber } from '../../ledger/calendar-date.ts';
import type { AnomalyOptions } from './anomaly-options.ts';
import { type DailySeries, daysThrough, isKnown, lastCompleteDay } from './daily-series.ts';
import { HABIT_DAYS, habitOf } from './habit.ts';
import { PROFILE_DAYS, profileThrough, weekdayOf, withoutWeekdays } from './weekday-profile.ts';

/** A day that cost far more than usual; amounts in minor units. */
export type Anomaly = {
  readonly kind: 'anomaly';
  readonly on: CalendarDate;
  readonly amount: number;
  /** What such a weekday usually costs. */
  readonly usual: number;
  readonly excess: number;
};

export type AnomalyVerdict =
  | Anomaly
  | { readonly kind: 'usual'; readonly amount: number; readonly usual: number }
  | DayUnknown;

/** A customer too new to have a habit is no finding; a day that is missing is one. */
export type DayUnknown = {
  readonly kind: 'unknown';
  readonly what: 'day-incomplete' | 'day-missing' | 'habit-unknown';
  readonly because: string;
};

export const DAYS_LOOKED_AT = Math.max(PROFILE_DAYS, HABIT_DAYS);

/** Judges one complete day by the days before it. What is not known is said, never read as zero. */
export function anomalyOn(
  series: DailySeries,
  on: CalendarDate,
  options: AnomalyOptions,
): AnomalyVerdict {
  const day = dayNumber(on);
  if (day >= series.firstDay + series.amounts.length)
    return unknown('day-incomplete', `data reach ${lastCompleteDay(series)}, not yet ${on}`);
  const amount = series.amounts[day - series.firstDay];
  if (!isKnown(amount)) return unknown('day-missing', `${on} has no data`);

  const expected = expectedOn(series, day);
  if (expected === undefined)
    return unknown('habit-unknown', `too few days before ${on} have data to know the habit`);

  const { usual, spread } = expected;
  const excess = Math.round(amount - usual);
  const isAnomaly =
    excess >= options.minimumExcessMinorUnits &&
    amount >= usual * (1 + options.minimumPercent / 100) &&
    amount - usual >= spread * options.minimumScore;
  if (!isAnomaly) return { kind: 'usual', amount, usual: Math.round(usual) };
  return { kind: 'anomaly', on, amount, usual: Math.round(usual), excess };
}

export type Judge = (on: CalendarDate) => AnomalyVerdict;

/** Judges each day once, however often it is asked for it. */
export function judgeOf(series: DailySeries, options: AnomalyOptions): Judge {
  const verdicts = new Map<CalendarDate, AnomalyVerdict>();
  return (on) => {
    const known = verdicts.get(on);
    if (known !== undefined) return known;
    const verdict = anomalyOn(series, on, options);
    verdicts.set(on, verdict);
    return verdict;
  };
}

const unknown = (what: DayUnknown['what'], because: string): DayUnknown => ({
  kind: 'unknown',
  what,
  because,
});

/** A weekday that usually costs little keeps half an average day's spread. */
const LEAST_SPREAD_SHARE = 0.5;

function expectedOn(
  series: DailySeries,
  day: number,
): { readonly usual: number; readonly spread: number } | undefined {
  const profile = profileThrough(series, day - 1);
  const recent = daysThrough(series, day - 1, HABIT_DAYS);
  const habit = habitOf(withoutWeekdays(recent, day - recent.length, profile));
  if (habit === undefined) return undefined;
  const share = profile[weekdayOf(day)] ?? 1;
  return {
    usual: Math.max(0, habit.level * share),
    spread: habit.spread * Math.max(LEAST_SPREAD_SHARE, share),
  };
}
