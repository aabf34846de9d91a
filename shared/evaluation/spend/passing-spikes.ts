import { isKnown } from './daily-series.ts';
import { DEVIATIONS_PER_MEDIAN_DISTANCE, spreadAround, weekMedians } from './median.ts';
import { roomForAmounts } from './room.ts';

const DAYS_EACH_SIDE = 3;
const FAR = 3;
/** Within a tenth of its week a day is never far, however even that week was. */
const NEAR_SHARE = 0.1;

const room = roomForAmounts();
const roomForWeeks = roomForAmounts();

/**
 * A spike that has ended says nothing of the days to come: it counts as its week did. The last three
 * days stay as they are, because nobody knows yet whether they are a spike or the new level.
 */
export function withoutPassingSpikes(amounts: Float64Array): Float64Array {
  const without = room(amounts.length);
  without.set(amounts);
  const middles = weekMedians(amounts, 1, roomForWeeks);
  for (let from = 0; from < middles.length; from++) {
    const amount = amounts[from + DAYS_EACH_SIDE];
    const middle = middles[from];
    if (!isKnown(amount) || !isKnown(middle)) continue;
    const distance = Math.abs(amount - middle);
    if (distance <= NEAR_SHARE * Math.abs(middle)) continue;
    if (isFar(distance, amounts, middle, from)) without[from + DAYS_EACH_SIDE] = middle;
  }
  return without;
}

/**
 * Whether a distance is more than FAR spreads. Of an odd number of days that is so where more than
 * half of them are that near the middle, and counting is cheaper than a median.
 */
function isFar(distance: number, amounts: Float64Array, middle: number, from: number): boolean {
  const end = from + 2 * DAYS_EACH_SIDE + 1;
  let near = 0;
  let known = 0;
  for (let at = from; at < end; at++) {
    const amount = amounts[at];
    if (!isKnown(amount)) continue;
    known += 1;
    if (distance > FAR * (DEVIATIONS_PER_MEDIAN_DISTANCE * Math.abs(amount - middle))) near += 1;
  }
  if (known % 2 === 1) return near * 2 > known;
  return distance > FAR * spreadAround(amounts, middle, from, end);
}
