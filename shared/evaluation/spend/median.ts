import { isKnown } from './daily-series.ts';

/** Filled anew for each median, of which a night takes hundreds. */
let sorted = new Float64Array(128);

/** Of what is known; `undefined` where fewer than `atLeast` are. */
export const median = (values: Float64Array, atLeast = 1): number | undefined =>
  medianWithin(values, 0, values.length, atLeast);

/** The same of the values from one place up to another, as windows slide over many. */
export function medianWithin(
  values: Float64Array,
  from: number,
  end: number,
  atLeast = 1,
): number | undefined {
  let count = 0;
  for (let at = from; at < end; at++) {
    const value = values[at];
    if (isKnown(value)) insert(value, count++);
  }
  return count < atLeast ? undefined : middleOf(count);
}

/** Makes a median distance comparable with a standard deviation. */
export const DEVIATIONS_PER_MEDIAN_DISTANCE = 1.4826;

/** How far values typically lie from a centre, whatever a few of them do. */
export const spreadAround = (
  values: Float64Array,
  centre: number,
  from = 0,
  end = values.length,
): number => {
  let count = 0;
  for (let at = from; at < end; at++) {
    const value = values[at];
    if (isKnown(value)) insert(Math.abs(value - centre), count++);
  }
  return DEVIATIONS_PER_MEDIAN_DISTANCE * (middleOf(count) ?? 0);
};

const middleOf = (count: number): number | undefined =>
  count === 0 ? undefined : ((sorted[(count - 1) >> 1] ?? 0) + (sorted[count >> 1] ?? 0)) / 2;

/** The lists are a week to two months long, where insertion beats a general sort. */
function insert(value: number, count: number): void {
  if (count === sorted.length) {
    const more = new Float64Array(2 * count);
    more.set(sorted);
    sorted = more;
  }
  let at = count;
  for (; at > 0; at--) {
    const before = sorted[at - 1] ?? 0;
    if (before <= value) break;
    sorted[at] = before;
  }
  sorted[at] = value;
}
