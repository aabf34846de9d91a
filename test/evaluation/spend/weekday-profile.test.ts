import { describe, expect, test } from 'vitest';
import { isKnown } from '../../../shared/evaluation/spend/daily-series.ts';
import {
  weekdayOf,
  weekdayProfile,
  withoutWeekdays,
} from '../../../shared/evaluation/spend/weekday-profile.ts';
import { dayNumber } from '../../../shared/ledger/calendar-date.ts';
import { day } from '../../builders.ts';
import { amountsOf, days as anyDays } from './series-builders.ts';

/** A Monday. */
const FIRST = dayNumber(day('2026-01-05'));
const SATURDAY = weekdayOf(FIRST + 5);

const days = (...asked: Parameters<typeof anyDays>): Float64Array => amountsOf(anyDays(...asked));

const week = (at: number, weekend: number): number => (at % 7 < 5 ? 100 : weekend);

describe('weekdayProfile', () => {
  test.each([
    { count: 34, flat: true, because: 'less than five weeks show no rhythm' },
    { count: 35, flat: false, because: 'five do' },
  ])('after $count days: $because', ({ count, flat }) => {
    const profile = weekdayProfile(
      days(count, (at) => week(at, 30)),
      FIRST,
    );

    expect(profile.every((share) => share === 1)).toBe(flat);
  });

  test('a clear rhythm is believed in full', () => {
    const profile = weekdayProfile(
      days(56, (at) => week(at, 30)),
      FIRST,
    );

    expect(profile[SATURDAY]).toBeCloseTo(30 / 80, 2);
    expect(profile[weekdayOf(FIRST)]).toBeCloseTo(100 / 80, 2);
  });

  test('noise is no rhythm', () => {
    const noise = days(56, (at) => 60 + ((at * at * 37 + at * 11) % 83));

    expect(weekdayProfile(noise, FIRST)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  test('missing days are left out of it', () => {
    const gaps = days(56, (at) => (at % 9 === 0 ? undefined : week(at, 30)));

    expect(weekdayProfile(gaps, FIRST)[SATURDAY]).toBeCloseTo(30 / 80, 1);
  });

  test('a currency that costs nothing has a flat week', () => {
    expect(
      weekdayProfile(
        days(56, () => 0),
        FIRST,
      ),
    ).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
});

describe('withoutWeekdays', () => {
  test('a weekend day counts as much as the working day it would have been', () => {
    const amounts = days(56, (at) => week(at, 30));
    const even = withoutWeekdays(amounts, FIRST, weekdayProfile(amounts, FIRST));

    expect(even[5]).toBeCloseTo(even[0] ?? 0, 6);
  });

  test('a weekday that hardly spends says nothing of the level', () => {
    const amounts = days(56, (at) => week(at, 0));
    const even = withoutWeekdays(amounts, FIRST, weekdayProfile(amounts, FIRST));

    expect([isKnown(even[4]), isKnown(even[5]), isKnown(even[6])]).toEqual([true, false, false]);
  });
});
