import type { DayAmount } from './daily-series.ts';
import { median, spreadAround } from './median.ts';

/** Each weekday's share of an average day (1 is average), by day number modulo 7. */
export type WeekdayProfile = readonly number[];

const FLAT: WeekdayProfile = [1, 1, 1, 1, 1, 1, 1];
const WEEKS = 8;
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
 * The shape of the customer's week over the last eight, pulled towards flat by how much of it is
 * noise, so that a customer without a rhythm is not given one. `firstDay` numbers `amounts[0]`.
 */
export function weekdayProfile(amounts: readonly DayAmount[], firstDay: number): WeekdayProfile {
  if (amounts.length < FEWEST_DAYS) return FLAT;
  const from = Math.max(0, amounts.length - WEEKS * 7);
  const shares = sharesByWeekday(amounts.slice(from), firstDay + from);
  const typical = shares.map((each) => Math.max(0, median(each, FEWEST_PER_WEEKDAY) ?? Number.NaN));
  const mean = typical.reduce((sum, each) => sum + each, 0) / 7;
  if (!(mean > 0)) return FLAT;

  const pattern = typical.map((each) => each / mean - 1);
  const trust = trustIn(pattern, shares);
  return pattern.map((each) => 1 + trust * each);
}

/** Amounts as they would be on an average weekday; unknown where the weekday hardly ever spends. */
export const withoutWeekdays = (
  amounts: readonly DayAmount[],
  firstDay: number,
  profile: WeekdayProfile,
): readonly DayAmount[] =>
  amounts.map((amount, at) => {
    const share = profile[weekdayOf(firstDay + at)] ?? 1;
    return amount === undefined || share < LEAST_TELLING_SHARE ? undefined : amount / share;
  });

/** Each day against the mean of the week around it, which a trend leaves alone. */
function sharesByWeekday(amounts: readonly DayAmount[], firstDay: number): readonly number[][] {
  const shares: number[][] = FLAT.map(() => []);
  for (let at = 3; at < amounts.length - 3; at++) {
    const amount = amounts[at];
    const around = weekMean(amounts, at);
    if (amount !== undefined && around > 0) shares[weekdayOf(firstDay + at)]?.push(amount / around);
  }
  return shares;
}

function weekMean(amounts: readonly DayAmount[], at: number): number {
  let [sum, known] = [0, 0];
  for (let day = at - 3; day <= at + 3; day++) {
    const amount = amounts[day];
    if (amount === undefined) continue;
    sum += amount;
    known += 1;
  }
  return known >= 5 ? sum / known : 0;
}

function trustIn(pattern: readonly number[], shares: readonly (readonly number[])[]): number {
  const strength = pattern.reduce((sum, each) => sum + each ** 2, 0) / 7;
  if (strength === 0) return 0;
  const noise =
    shares.reduce((sum, each) => {
      const error = MEDIAN_ERROR * spreadAround(each, median(each) ?? 0);
      return sum + error ** 2 / Math.max(1, each.length);
    }, 0) / 7;
  return Math.max(0, 1 - (CAUTION * noise) / strength);
}
