import { describe, expect, test } from 'vitest';
import { paceOf, pointsAhead } from '../../shared/evaluation/pace.ts';
import { day, spend } from '../builders.ts';
import { dailySeries } from './spend/daily-series.ts';

const seriesOf = (...days: string[]) =>
  dailySeries(
    days.map((each) => spend(each, 100)),
    'EUR',
  );

describe('paceOf', () => {
  test.each([
    {
      days: ['2026-02-10', '2026-03-05'],
      asOf: '2026-03-06',
      is: [5, 31],
      because: 'days with data',
    },
    {
      days: ['2026-03-05', '2026-03-09'],
      asOf: '2026-03-20',
      is: [5, 27],
      because: 'from its first',
    },
    { days: ['2024-01-10', '2024-02-29'], asOf: '2024-02-29', is: [29, 29], because: 'a leap day' },
    {
      days: ['2026-01-10', '2026-02-28'],
      asOf: '2026-02-28',
      is: [28, 28],
      because: 'a common year',
    },
    { days: ['2026-02-10', '2026-03-31'], asOf: '2026-03-01', is: [1, 31], because: 'none after' },
  ])('on $asOf the month has come $is: $because', ({ days, asOf, is }) => {
    const series = seriesOf(...days);
    const pace = series && paceOf(series, day(asOf));

    expect([pace?.days, pace?.daysOfMonth]).toEqual(is);
  });

  test('is unknown while the month has no day', () => {
    const series = seriesOf('2026-02-28');

    expect(series && paceOf(series, day('2026-03-02'))).toBeUndefined();
  });
});

test('points ahead are percents spent above percents elapsed, and none without a budget', () => {
  const pace = { spent: 50, days: 10, daysOfMonth: 40 };

  expect(pointsAhead(pace, 100)).toBe(25);
  expect(pointsAhead(pace, 400)).toBe(-12.5);
  expect(pointsAhead(pace, 0)).toBeUndefined();
});
