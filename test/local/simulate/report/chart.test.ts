import { expect, test } from 'vitest';
import { type Chart, peakOf, sharedMax } from '../../../../local/simulate/report/chart.ts';
import { chartedNights } from '../../../../local/simulate/report/course-points.ts';
import { labelledPoints } from '../../../../local/simulate/report/labelled-points.ts';
import { seriesWords } from '../../../../local/simulate/report/series-words.ts';
import { addDays } from '../../../../shared/ledger/calendar-date.ts';
import { day } from '../../../builders.ts';

const chart = (kind: Chart['kind'], ...values: readonly (readonly number[])[]): Chart => ({
  kind,
  labels: ['one', 'two'],
  series: values.map((each) => ({ name: 'a', color: 'red', values: each })),
});

const nights = (count: number) =>
  Array.from({ length: count }, (_, at) => addDays(day('2026-01-15'), at));

test.each([
  { kind: 'lines' as const, peak: 5, because: 'lines stand beside each other' },
  { kind: 'bars' as const, peak: 5, because: 'so do bars' },
  { kind: 'stack' as const, peak: 8, because: 'areas stand on each other' },
])('the peak of $kind is $peak: $because', ({ kind, peak }) => {
  expect(peakOf(chart(kind, [1, 5], [4, 3]))).toBe(peak);
});

test.each([
  { peaks: [7, 4], max: 8, because: 'both fit' },
  { peaks: [120, 130], max: 150, because: 'the end is round' },
  { peaks: [0.2, 0.1], max: 0.2, because: 'it need not be large' },
  { peaks: [0, 0], max: 0, because: 'there is nothing to scale' },
])('charts that reach $peaks share a scale up to $max: $because', ({ peaks, max }) => {
  expect(sharedMax(peaks.map((peak) => chart('lines', [peak])))).toBeCloseTo(max);
});

test.each([
  { days: 5, charted: [0, 1, 2, 3, 4], because: 'few nights are all drawn' },
  { days: 1, charted: [0], because: 'one is one' },
])('of $days nights $charted are drawn: $because', ({ days, charted }) => {
  expect(chartedNights(nights(days))).toEqual(charted);
});

test('of many nights every so many are drawn, and always the last', () => {
  const charted = chartedNights(nights(1_000));

  expect(charted.length).toBeLessThanOrEqual(366);
  expect(charted.at(-1)).toBe(999);
});

test('an axis of months names the months that begin on it, as many as there is room for', () => {
  const labels = nights(120);

  expect([...labelledPoints(labels, 9).values()]).toEqual([
    '2026-02',
    '2026-03',
    '2026-04',
    '2026-05',
  ]);
  expect([...labelledPoints(labels, 2).values()]).toEqual(['2026-02', '2026-04']);
});

test('an axis of a few nights names the nights', () => {
  expect([...labelledPoints(nights(3), 9).values()]).toEqual(nights(3));
});

test('a series in words has its ends and its height', () => {
  expect(seriesWords('open', ['Mon', 'Tue', 'Wed'], [2, 9, 4], (value) => `${value} EUR`)).toBe(
    'open: 2 EUR on Mon, 4 EUR on Wed, at most 9 EUR on Tue.',
  );
});
