import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOfNumber } from '../../shared/ledger/calendar-date.ts';
import { day } from '../builders.ts';

describe('dayNumber', () => {
  test.each([
    { date: '1970-01-01', number: 0, because: 'days are counted from here' },
    { date: '1969-12-31', number: -1, because: 'the day before is negative' },
    { date: '2000-02-29', number: 11_016, because: 'a century that 400 divides is a leap year' },
    { date: '2100-03-01', number: 47_541, because: 'one that it does not divide is none' },
    { date: '2026-03-01', number: 20_513, because: 'February 2026 has 28 days' },
  ])('$date is day $number: $because', ({ date, number }) => {
    expect(dayNumber(day(date))).toBe(number);
    expect(dayOfNumber(number)).toBe(date);
  });

  test('it is what the calendar of the platform says, for every day', () => {
    const anyDay = fc.integer({ min: -200_000, max: 200_000 });

    fc.assert(
      fc.property(anyDay, (number) => {
        const date = new Date(number * 86_400_000).toISOString().slice(0, 10);
        expect(dayNumber(day(date))).toBe(number);
      }),
    );
  });
});
