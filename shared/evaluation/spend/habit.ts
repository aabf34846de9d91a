import { isKnown, UNKNOWN } from './daily-series.ts';
import { DEVIATIONS_PER_MEDIAN_DISTANCE, median, medianWithin } from './median.ts';
import { roomForAmounts } from './room.ts';

/** What is usual, and how far days usually are from it. */
export type Habit = { readonly level: number; readonly spread: number };

const LEVEL_DAYS = 7;
const FEWEST_LEVEL_DAYS = 4;
const SPREAD_DAYS = 28;
const FEWEST_SPREAD_DAYS = 14;
/** An even customer is still allowed a twentieth, or cents would be news. */
const LEAST_SPREAD_SHARE = 0.05;

/** How many days back a habit looks. */
export const HABIT_DAYS = LEVEL_DAYS + SPREAD_DAYS;

/**
 * Medians of the last week, and of how much each of the last four weeks' days missed the week before
 * it; so one spike neither is a habit nor hides the next. Unknown with less than three weeks of days.
 */
export function habitOf(amounts: Float64Array): Habit | undefined {
  const recent = amounts.subarray(-HABIT_DAYS);
  const { length } = recent;
  const level = medianWithin(recent, Math.max(0, length - LEVEL_DAYS), length, FEWEST_LEVEL_DAYS);
  const missed = median(misses(recent), FEWEST_SPREAD_DAYS);
  if (level === undefined || missed === undefined) return undefined;
  const spread = DEVIATIONS_PER_MEDIAN_DISTANCE * missed;
  return { level, spread: Math.max(spread, LEAST_SPREAD_SHARE * Math.abs(level)) };
}

const room = roomForAmounts();

function misses(amounts: Float64Array): Float64Array {
  const missed = room(amounts.length).fill(UNKNOWN);
  for (let at = LEVEL_DAYS; at < amounts.length; at++) {
    const amount = amounts[at];
    if (!isKnown(amount)) continue;
    const level = medianWithin(amounts, at - LEVEL_DAYS, at, FEWEST_LEVEL_DAYS);
    if (level !== undefined) missed[at] = Math.abs(amount - level);
  }
  return missed;
}
