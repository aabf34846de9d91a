/** First and last row of a labelled anomaly. */
export type Window = { readonly first: number; readonly last: number };

/** Weight of a false alarm in the standard profile; a hit and a miss weigh 1. */
const FALSE_ALARM_WEIGHT = 0.11;
const PROBATION_SHARE = 0.15;
const PROBATION_MOST_ROWS = 5000;
/** So many window widths after a window a false alarm costs as much as one without a window. */
const FAR_BEHIND = 3;

/** Rows at the start, in which detectors learn and nothing is scored. */
export const probationRows = (rows: number): number =>
  Math.min(Math.floor(PROBATION_SHARE * rows), PROBATION_SHARE * PROBATION_MOST_ROWS);

/** What an alert earns by its place: -1 is the left edge of a window, 0 the right one, above it late. */
export const placeValue = (place: number): number =>
  place >= FAR_BEHIND ? -1 : 2 / (1 + Math.exp(5 * place)) - 1;

/**
 * The Numenta Anomaly Benchmark's score of one series, standard profile, not yet normalised: per
 * window its best alert (or -1 without one), less what alerts outside of windows cost.
 */
export function nabScore(
  rows: number,
  windows: readonly Window[],
  alerts: readonly number[],
): number {
  const from = probationRows(rows);
  const counted = alerts.filter((row) => row >= from);
  const scored = windows.filter(({ last }) => last >= from);
  const hits = scored.map((window) => windowScore(window, counted));
  const costs = counted
    .filter((row) => !windows.some((each) => isWithin(row, each)))
    .map((row) => FALSE_ALARM_WEIGHT * placeValue(placeAfter(row, windows)));
  return [...hits, ...costs].reduce((sum, each) => sum + each, 0);
}

/** 100 is all windows hit at once and nothing else; 0 is silence. */
export const normalised = (score: number, windows: number): number =>
  (100 * (score + windows)) / (2 * windows);

const isWithin = (row: number, { first, last }: Window): boolean => row >= first && row <= last;

function windowScore(window: Window, alerts: readonly number[]): number {
  const width = window.last - window.first + 1;
  return alerts
    .filter((row) => isWithin(row, window))
    .map((row) => placeValue(-(window.last - row + 1) / width) / placeValue(-1))
    .reduce((best, each) => Math.max(best, each), -1);
}

function placeAfter(row: number, windows: readonly Window[]): number {
  const before = windows.findLast(({ last }) => last < row);
  if (before === undefined) return FAR_BEHIND;
  return (row - before.last) / (before.last - before.first);
}
