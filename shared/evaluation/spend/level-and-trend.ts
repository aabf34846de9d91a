import type { DayAmount } from './daily-series.ts';
import { median } from './median.ts';

/** Where daily spend stands, and by how much a day it moves; `misses` are its own past errors. */
export type LevelAndTrend = {
  readonly level: number;
  /** Minor units a day; 0 unless nearly all weeks agree on the direction. */
  readonly trend: number;
  readonly misses: readonly number[];
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

/** A new customer's first days weigh alike, so that until day four the level is their mean. */
export function levelAndTrend(amounts: readonly DayAmount[]): LevelAndTrend {
  let [level, seen] = [0, 0];
  const misses: number[] = [];
  for (const amount of amounts) {
    if (amount === undefined) continue;
    seen += 1;
    const miss = amount - level;
    if (seen > 1) misses.push(miss);
    level += Math.max(WEIGHT, 1 / seen) * miss;
  }
  return { level, trend: trendOf(amounts.slice(-TREND_DAYS)), misses };
}

/** What an average weekday is expected to cost `ahead` days after the last one. */
export function expectedAhead({ level, trend }: LevelAndTrend, ahead: number): number {
  const expected = level + trend * (LAG_DAYS + ahead);
  return level >= 0 ? Math.max(0, expected) : level;
}

/** The typical step from a weekday to the same one a week later, where most steps point its way. */
function trendOf(amounts: readonly DayAmount[]): number {
  const steps: number[] = [];
  for (let at = 7; at < amounts.length; at++) {
    const [before, now] = [amounts[at - 7], amounts[at]];
    if (before !== undefined && now !== undefined) steps.push((now - before) / 7);
  }
  const step = median(steps, FEWEST_WEEKLY_STEPS) ?? 0;
  const agreeing = steps.filter((each) => each * step > 0).length;
  return agreeing >= AGREEING_SHARE * steps.length ? DAMPING * step : 0;
}
