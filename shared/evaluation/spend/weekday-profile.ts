import { isKnown, UNKNOWN } from './daily-series.ts';
import { median, spreadAround } from './median.ts';
import { roomForAmounts } from './room.ts';

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
export function weekdayProfile(amounts: Float64Array, firstDay: number): WeekdayProfile {
  if (amounts.length < FEWEST_DAYS) return FLAT;
  const from = Math.max(0, amounts.length - WEEKS * 7);
  const shares = sharesByWeekday(amounts.subarray(from), firstDay + from);
  const medians = shares.map((each) => median(each));
  const typical = shares.map((each, weekday) =>
    each.length < FEWEST_PER_WEEKDAY ? Number.NaN : Math.max(0, medians[weekday] ?? Number.NaN),
  );
  const mean = typical.reduce((sum, each) => sum + each, 0) / 7;
  if (!(mean > 0)) return FLAT;

  const pattern = typical.map((each) => each / mean - 1);
  const trust = trustIn(pattern, shares, medians);
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

/** One for each weekday, which come eight times each at most. */
const sharesOf = FLAT.map(() => new Float64Array(WEEKS));
const DAYS_EACH_SIDE = 3;
const FEWEST_AROUND = 5;

/** Each day against the mean of the week around it, which a trend leaves alone. */
function sharesByWeekday(amounts: Float64Array, firstDay: number): readonly Float64Array[] {
  const counts = FLAT.map(() => 0);
  for (let at = DAYS_EACH_SIDE; at < amounts.length - DAYS_EACH_SIDE; at++) {
    const amount = amounts[at];
    const around = weekMean(amounts, at);
    if (!isKnown(amount) || around <= 0) continue;
    const weekday = weekdayOf(firstDay + at);
    const count = counts[weekday] ?? 0;
    const shares = sharesOf[weekday];
    if (shares !== undefined) shares[count] = amount / around;
    counts[weekday] = count + 1;
  }
  return sharesOf.map((shares, weekday) => shares.subarray(0, counts[weekday]));
}

function weekMean(amounts: Float64Array, at: number): number {
  let [sum, known] = [0, 0];
  for (let day = at - DAYS_EACH_SIDE; day <= at + DAYS_EACH_SIDE; day++) {
    const amount = amounts[day];
    if (!isKnown(amount)) continue;
    sum += amount;
    known += 1;
  }
  return known >= FEWEST_AROUND ? sum / known : 0;
}

function trustIn(
  pattern: readonly number[],
  shares: readonly Float64Array[],
  medians: readonly (number | undefined)[],
): number {
  const strength = pattern.reduce((sum, each) => sum + each ** 2, 0) / 7;
  if (strength === 0) return 0;
  const noise =
    shares.reduce((sum, each, weekday) => {
      const error = MEDIAN_ERROR * spreadAround(each, medians[weekday] ?? 0);
      return sum + error ** 2 / Math.max(1, each.length);
    }, 0) / 7;
  return Math.max(0, 1 - (CAUTION * noise) / strength);
}
