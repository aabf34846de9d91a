import { isKnown } from './daily-series.ts';
import { median } from './median.ts';
import { roomForAmounts } from './room.ts';

/** Where daily spend stands, and by how much a day it moves. */
export type LevelAndTrend = {
  readonly level: number;
  /** Minor units a day; 0 unless nearly all weeks agree on the direction. */
  readonly trend: number;
  /** The mean square of its own errors over the last four weeks. */
  readonly noise: number;
};

/** Weight of the newest day; .20 to .30 did equally well on the tuning half. */
const WEIGHT = 0.25;
/** How many days the level trails behind a steady trend. */
const LAG_DAYS = (1 - WEIGHT) / WEIGHT;
const TREND_DAYS = 42;
const FEWEST_WEEKLY_STEPS = 14;
const AGREEING_SHARE = 0.8;
/** Trends bend sooner than they last, so four fifths of one is carried on. */
const DAMPING = 0.8;
const MISSES_LOOKED_AT = 28;

const roomForMisses = roomForAmounts();
const roomForSteps = roomForAmounts();

/** A new customer's first days weigh alike, so that until day four the level is their mean. */
export function levelAndTrend(amounts: Float64Array): LevelAndTrend {
  const misses = roomForMisses(amounts.length);
  let level = 0;
  let seen = 0;
  for (const amount of amounts) {
    if (!isKnown(amount)) continue;
    const miss = amount - level;
    misses[seen] = miss;
    seen += 1;
    level += Math.max(WEIGHT, 1 / seen) * miss;
  }
  // The first day has nothing it could miss.
  const noise = meanSquare(misses, Math.max(1, seen - MISSES_LOOKED_AT), seen);
  return { level, trend: trendOf(amounts.subarray(-TREND_DAYS)), noise };
}

function meanSquare(values: Float64Array, from: number, end: number): number {
  let squares = 0;
  for (let at = from; at < end; at++) squares += (values[at] ?? 0) ** 2;
  return end <= from ? 0 : squares / (end - from);
}

/** What an average weekday is expected to cost `ahead` days after the last one. */
export function expectedAhead({ level, trend }: LevelAndTrend, ahead: number): number {
  const expected = level + trend * (LAG_DAYS + ahead);
  return level >= 0 ? Math.max(0, expected) : level;
}

/** The typical step from a weekday to the same one a week later, where most steps point its way. */
function trendOf(amounts: Float64Array): number {
  const room = roomForSteps(amounts.length);
  let count = 0;
  for (let at = 7; at < amounts.length; at++) {
    const before = amounts[at - 7];
    const now = amounts[at];
    if (isKnown(before) && isKnown(now)) room[count++] = (now - before) / 7;
  }
  const steps = room.subarray(0, count);
  const step = median(steps, FEWEST_WEEKLY_STEPS) ?? 0;
  let agreeing = 0;
  for (const each of steps) if (each * step > 0) agreeing += 1;
  return agreeing >= AGREEING_SHARE * count ? DAMPING * step : 0;
}
