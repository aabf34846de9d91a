import { UNKNOWN } from './daily-series.ts';
import { DEVIATIONS_PER_MEDIAN_DISTANCE, median, weekMedians } from './median.ts';
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
  const level = median(recent.subarray(-LEVEL_DAYS), FEWEST_LEVEL_DAYS);
  const missed = median(misses(recent), FEWEST_SPREAD_DAYS);
  if (level === undefined || missed === undefined) return undefined;
  const spread = DEVIATIONS_PER_MEDIAN_DISTANCE * missed;
  return { level, spread: Math.max(spread, LEAST_SPREAD_SHARE * Math.abs(level)) };
}

const room = roomForAmounts();

/** How much each day missed the week before it. */
function misses(amounts: Float64Array): Float64Array {
  const missed = weekMedians(amounts, FEWEST_LEVEL_DAYS, room);
  for (let at = 0; at < missed.length; at++)
    missed[at] = Math.abs((amounts[at + LEVEL_DAYS] ?? UNKNOWN) - (missed[at] ?? UNKNOWN));
  return missed;
}
