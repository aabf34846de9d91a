import { type DailySeries, daysThrough, isKnown, UNKNOWN } from './daily-series.ts';
import { medianWithin, spreadAround } from './median.ts';
import { roomForAmounts } from './room.ts';

/** Each weekday's share of an average day (1 is average), by day number modulo 7. */
export type WeekdayProfile = readonly number[];

const FLAT: WeekdayProfile = [1, 1, 1, 1, 1, 1, 1];
const WEEKS = 8;
/** How many days back a profile looks. */
export const PROFILE_DAYS = WEEKS * 7;
const FEWEST_DAYS = 35;
const FEWEST_PER_WEEKDAY = 3;
/** The standard error of a median, in deviations of one value times the root of their number. */
const MEDIAN_ERROR = 1.2533;
/** How many times its own error a pattern must stand out; 2 did best on the tuning half. */
const CAUTION = 2;
/** Below this share a day says nothing of the level: a closed weekend divided by almost zero. */
const LEAST_TELLING_SHARE = 0.2;

export const weekdayOf = (day: number): number => ((day % 7) + 7) % 7;

/**
 * The profile by the days through one. A night's forecast asks for that of the day that the next
 * night's anomaly is judged by, so a replay keeps them.
 */
export function profileThrough(series: DailySeries, day: number): WeekdayProfile {
  const known = series.profiles?.get(day);
  if (known !== undefined) return known;
  const past = daysThrough(series, day, PROFILE_DAYS);
  const profile = weekdayProfile(past, day - past.length + 1);
  series.profiles?.set(day, profile);
  return profile;
}

/**
 * The shape of the customer's week over the last eight, pulled towards flat by how much of it is
 * noise, so that a customer without a rhythm is not given one. `firstDay` numbers `amounts[0]`.
 */
export function weekdayProfile(amounts: Float64Array, firstDay: number): WeekdayProfile {
  if (amounts.length < FEWEST_DAYS) return FLAT;
  const recent = amounts.subarray(-PROFILE_DAYS);
  const { typical, noise } = typicalWeek(recent, firstDay + amounts.length - recent.length);
  const mean = typical.reduce((sum, each) => sum + each, 0) / 7;
  if (!(mean > 0)) return FLAT;

  const pattern = typical.map((each) => each / mean - 1);
  const strength = pattern.reduce((sum, each) => sum + each ** 2, 0) / 7;
  const trust = strength === 0 ? 0 : Math.max(0, 1 - (CAUTION * noise) / strength);
  return pattern.map((each) => 1 + trust * each);
}

const room = roomForAmounts();

/** Amounts as they would be on an average weekday; unknown where the weekday hardly ever spends. */
export function withoutWeekdays(
  amounts: Float64Array,
  firstDay: number,
  profile: WeekdayProfile,
): Float64Array {
  const without = room(amounts.length);
  let weekday = weekdayOf(firstDay);
  for (let at = 0; at < amounts.length; at++) {
    const share = profile[weekday] ?? 1;
    without[at] = share < LEAST_TELLING_SHARE ? UNKNOWN : (amounts[at] ?? UNKNOWN) / share;
    weekday = weekday === 6 ? 0 : weekday + 1;
  }
  return without;
}

/** Of one weekday, which comes eight times at most. */
const shares = new Float64Array(WEEKS);
const DAYS_EACH_SIDE = 3;
const FEWEST_AROUND = 5;
const roomForMeans = roomForAmounts();

/** Each weekday's typical share, and how much of that may be noise, as a mean square. */
function typicalWeek(
  amounts: Float64Array,
  firstDay: number,
): { readonly typical: readonly number[]; readonly noise: number } {
  const means = weekMeans(amounts);
  const typical: number[] = [];
  let noise = 0;
  for (let weekday = 0; weekday < 7; weekday++) {
    const count = fillShares(amounts, means, weekdayOf(weekday - firstDay));
    const middle = medianWithin(shares, 0, count);
    const isTelling = middle !== undefined && count >= FEWEST_PER_WEEKDAY;
    typical.push(isTelling ? Math.max(0, middle) : Number.NaN);
    const error = MEDIAN_ERROR * spreadAround(shares, middle ?? 0, 0, count);
    noise += error ** 2 / Math.max(1, count);
  }
  return { typical, noise: noise / 7 };
}

/** Every seventh day against the mean of the week around it, which a trend leaves alone. */
function fillShares(amounts: Float64Array, means: Float64Array, first: number): number {
  let count = 0;
  for (let at = first; at < amounts.length - DAYS_EACH_SIDE; at += 7) {
    if (at < DAYS_EACH_SIDE) continue;
    const amount = amounts[at];
    const around = means[at - DAYS_EACH_SIDE] ?? 0;
    if (around > 0 && isKnown(amount)) shares[count++] = amount / around;
  }
  return count;
}

/** The mean of every week by the day it begins on; 0 where too few of its days are known. */
function weekMeans(amounts: Float64Array): Float64Array {
  const means = roomForMeans(Math.max(0, amounts.length - 6));
  let sum = 0;
  let known = 0;
  for (let at = 0; at < amounts.length; at++) {
    const leaving = at < 7 ? UNKNOWN : amounts[at - 7];
    if (isKnown(leaving)) {
      sum -= leaving;
      known -= 1;
    }
    const coming = amounts[at];
    if (isKnown(coming)) {
      sum += coming;
      known += 1;
    }
    if (at >= 6) means[at - 6] = known >= FEWEST_AROUND ? sum / known : 0;
  }
  return means;
}
