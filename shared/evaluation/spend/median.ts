import type { DayAmount } from './daily-series.ts';

/** Of what is known; `undefined` where fewer than `atLeast` are. */
export const median = (values: readonly DayAmount[], atLeast = 1): DayAmount =>
  medianWithin(values, 0, values.length, atLeast);

/** The same of the values from one place up to another, as windows slide over many. */
export function medianWithin(
  values: readonly DayAmount[],
  from: number,
  end: number,
  atLeast = 1,
): DayAmount {
  const sorted: number[] = [];
  for (let at = from; at < end; at++) {
    const value = values[at];
    if (value !== undefined) insert(sorted, value);
  }
  if (sorted.length < Math.max(1, atLeast)) return undefined;
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** Makes a median distance comparable with a standard deviation. */
export const DEVIATIONS_PER_MEDIAN_DISTANCE = 1.4826;

/** How far values typically lie from a centre, whatever a few of them do. */
export const spreadAround = (values: readonly DayAmount[], centre: number): number =>
  DEVIATIONS_PER_MEDIAN_DISTANCE *
  (median(values.map((each) => (each === undefined ? each : Math.abs(each - centre)))) ?? 0);

/** The lists are a week to two months long, where insertion beats a general sort. */
function insert(sorted: number[], value: number): void {
  let at = sorted.length;
  for (; at > 0; at--) {
    const before = sorted[at - 1];
    if (before === undefined || before <= value) break;
    sorted[at] = before;
  }
  sorted[at] = value;
}
