import { isKnown } from './daily-series.ts';
import { DEVIATIONS_PER_MEDIAN_DISTANCE, medianWithin, spreadAround } from './median.ts';
import { roomForAmounts } from './room.ts';

const DAYS_EACH_SIDE = 3;
const FAR = 3;
/** Within a tenth of its week a day is never far, however even that week was. */
const NEAR_SHARE = 0.1;

const room = roomForAmounts();

/**
 * A spike that has ended says nothing of the days to come: it counts as its week did. The last three
 * days stay as they are, because nobody knows yet whether they are a spike or the new level.
 */
export function withoutPassingSpikes(amounts: Float64Array): Float64Array {
  const without = room(amounts.length);
  without.set(amounts);
  const end = amounts.length - DAYS_EACH_SIDE;
  for (let at = DAYS_EACH_SIDE; at < end; at++) {
    const amount = amounts[at];
    if (isKnown(amount)) without[at] = unlessPassing(amount, amounts, at);
  }
  return without;
}

function unlessPassing(amount: number, amounts: Float64Array, at: number): number {
  const [from, end] = [at - DAYS_EACH_SIDE, at + DAYS_EACH_SIDE + 1];
  const middle = medianWithin(amounts, from, end) ?? amount;
  const distance = Math.abs(amount - middle);
  if (distance <= NEAR_SHARE * Math.abs(middle)) return amount;
  return isFar(distance, amounts, middle, from, end) ? middle : amount;
}

/**
 * Whether a distance is more than FAR spreads. Of an odd number of days that is so where more than
 * half of them are that near the middle, and counting is cheaper than a median.
 */
function isFar(
  distance: number,
  amounts: Float64Array,
  middle: number,
  from: number,
  end: number,
): boolean {
  let [near, known] = [0, 0];
  for (let at = from; at < end; at++) {
    const amount = amounts[at];
    if (!isKnown(amount)) continue;
    known += 1;
    if (distance > FAR * (DEVIATIONS_PER_MEDIAN_DISTANCE * Math.abs(amount - middle))) near += 1;
  }
  if (known % 2 === 1) return near * 2 > known;
  return distance > FAR * spreadAround(amounts, middle, from, end);
}
