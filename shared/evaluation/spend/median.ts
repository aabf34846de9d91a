import { isKnown, UNKNOWN } from './daily-series.ts';

/** Filled anew for each median, of which a night takes hundreds. */
let sorted = new Float64Array(128);

/** Of what is known; `undefined` where fewer than `atLeast` are. */
export const median = (values: Float64Array, atLeast = 1): number | undefined =>
  medianWithin(values, 0, values.length, atLeast);

/** The same of the values from one place up to another. */
export function medianWithin(
  values: Float64Array,
  from: number,
  end: number,
  atLeast = 1,
): number | undefined {
  takeRoom(end - from);
  let count = 0;
  for (let at = from; at < end; at++) {
    const value = values[at];
    if (!isKnown(value)) continue;
    sorted[count] = value;
    sink(count++);
  }
  return count < atLeast ? undefined : middleOf(count);
}

const WEEK = 7;

/**
 * The median of every week of days, by the day it begins on; unknown where fewer than `atLeast` of
 * its days are known. From one week to the next one day leaves and one comes.
 */
export function weekMedians(
  days: Float64Array,
  atLeast: number,
  room: (length: number) => Float64Array,
): Float64Array {
  const medians = room(Math.max(0, days.length - WEEK + 1));
  let count = 0;
  for (let at = 0; at < days.length; at++) {
    const leaving = at < WEEK ? UNKNOWN : days[at - WEEK];
    if (isKnown(leaving)) remove(leaving, count--);
    const coming = days[at];
    if (isKnown(coming)) {
      sorted[count] = coming;
      sink(count++);
    }
    if (at < WEEK - 1) continue;
    medians[at - WEEK + 1] = count < atLeast ? UNKNOWN : (middleOf(count) ?? UNKNOWN);
  }
  return medians;
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
  takeRoom(end - from);
  let count = 0;
  for (let at = from; at < end; at++) {
    const value = values[at];
    if (!isKnown(value)) continue;
    sorted[count] = Math.abs(value - centre);
    sink(count++);
  }
  return DEVIATIONS_PER_MEDIAN_DISTANCE * (middleOf(count) ?? 0);
};

const middleOf = (count: number): number | undefined =>
  count === 0 ? undefined : ((sorted[(count - 1) >> 1] ?? 0) + (sorted[count >> 1] ?? 0)) / 2;

function takeRoom(most: number): void {
  if (most > sorted.length) sorted = new Float64Array(2 * most);
}

/**
 * Takes the value at this place to where it belongs among the sorted ones before it. The lists are
 * a week to two months long, where insertion beats a general sort.
 */
function sink(from: number): void {
  const value = sorted[from] ?? 0;
  let at = from;
  for (; at > 0; at--) {
    const before = sorted[at - 1] ?? 0;
    if (before <= value) break;
    sorted[at] = before;
  }
  sorted[at] = value;
}

function remove(value: number, count: number): void {
  let at = 0;
  while (at < count && sorted[at] !== value) at++;
  for (; at < count - 1; at++) sorted[at] = sorted[at + 1] ?? 0;
}
