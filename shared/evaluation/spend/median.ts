import { isKnown, UNKNOWN } from './daily-series.ts';

/** Filled anew for each median, of which a night takes hundreds. */
let room = new Float64Array(128);

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
  const sorted = roomFor(end - from);
  let count = 0;
  for (let at = from; at < end; at++) {
    const value = values[at];
    if (isKnown(value)) insert(value, sorted, count++);
  }
  return count < atLeast ? undefined : middleOf(sorted, count);
}

const WEEK = 7;
const week = new Float64Array(WEEK);

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
    const coming = days[at];
    if (isKnown(leaving) && isKnown(coming)) replace(leaving, coming, week, count);
    else if (isKnown(leaving)) remove(leaving, week, count--);
    else if (isKnown(coming)) insert(coming, week, count++);
    if (at < WEEK - 1) continue;
    medians[at - WEEK + 1] = count < atLeast ? UNKNOWN : (middleOf(week, count) ?? UNKNOWN);
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
  const sorted = roomFor(end - from);
  let count = 0;
  for (let at = from; at < end; at++) {
    const value = values[at];
    if (isKnown(value)) insert(Math.abs(value - centre), sorted, count++);
  }
  return DEVIATIONS_PER_MEDIAN_DISTANCE * (middleOf(sorted, count) ?? 0);
};

const middleOf = (sorted: Float64Array, count: number): number | undefined =>
  count === 0 ? undefined : ((sorted[(count - 1) >> 1] ?? 0) + (sorted[count >> 1] ?? 0)) / 2;

function roomFor(most: number): Float64Array {
  if (most > room.length) room = new Float64Array(2 * most);
  return room;
}

/**
 * Puts a value where it belongs among so many sorted ones. The lists are a week to two months long,
 * where insertion beats a general sort.
 */
function insert(value: number, sorted: Float64Array, count: number): void {
  let at = count;
  for (; at > 0; at--) {
    const before = sorted[at - 1] ?? 0;
    if (before <= value) break;
    sorted[at] = before;
  }
  sorted[at] = value;
}

function remove(value: number, sorted: Float64Array, count: number): void {
  for (let at = placeOf(value, sorted, count); at < count - 1; at++)
    sorted[at] = sorted[at + 1] ?? 0;
}

/** Moves only what lies between the two. */
function replace(value: number, by: number, sorted: Float64Array, count: number): void {
  let at = placeOf(value, sorted, count);
  for (; at < count - 1; at++) {
    const after = sorted[at + 1] ?? 0;
    if (after >= by) break;
    sorted[at] = after;
  }
  for (; at > 0; at--) {
    const before = sorted[at - 1] ?? 0;
    if (before <= by) break;
    sorted[at] = before;
  }
  sorted[at] = by;
}

function placeOf(value: number, sorted: Float64Array, count: number): number {
  let at = 0;
  while (at < count && sorted[at] !== value) at++;
  return at;
}
