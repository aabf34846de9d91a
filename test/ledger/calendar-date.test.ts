import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  CalendarDate,
  CalendarMonth,
  dayInZone,
  dayNumber,
  dayOfMonth,
  dayOfNumber,
  daysBetween,
  daysOfMonth,
  endOfMonth,
  monthBefore,
  monthOf,
} from '../../shared/ledger/calendar-date.ts';

const day = (text: string): CalendarDate => CalendarDate.parse(text);

test.each([
  { date: '9999-12-31', days: 1, is: '9999-12-31', because: 'people write it for "for ever"' },
  { date: '2026-03-17', days: 1e15, is: '9999-12-31', because: 'a policy may say any number' },
  { date: '0000-01-01', days: -1, is: '0000-01-01', because: 'there is no day before' },
  { date: '9999-12-30', days: 1, is: '9999-12-31', because: 'the last day is one' },
])('$days days from $date it is $is: $because', ({ date, days, is }) => {
  expect(addDays(day(date), days)).toBe(is);
});

describe('calendar days', () => {
  test.each(['2026-02-29', '2026-04-31', '30-03-2020', '2026-3-1', '00:00.0', '', '2026-03-01 '])(
    '"%s" is no day',
    (text) => {
      expect(CalendarDate.safeParse(text).success).toBe(false);
    },
  );

  test.each(['2026-13', '2026-00', '2026-1', '2026', '2026-03-01'])('"%s" is no month', (text) => {
    expect(CalendarMonth.safeParse(text).success).toBe(false);
  });

  test.each([
    { from: '2026-03-01', to: '2026-03-01', days: 0, because: 'a day is no distance from itself' },
    { from: '2024-02-28', to: '2024-03-01', days: 2, because: '2024 is a leap year' },
    { from: '2026-02-28', to: '2026-03-01', days: 1, because: '2026 is not' },
    { from: '2026-03-28', to: '2026-03-30', days: 2, because: 'clocks change, days do not' },
    { from: '2026-01-01', to: '2025-12-31', days: -1, because: 'the other way is negative' },
  ])('from $from to $to it is $days days: $because', ({ from, to, days }) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  test.each([
    ['2024-02-10', '2024-02-29'],
    ['2026-02-28', '2026-02-28'],
    ['2026-12-31', '2026-12-31'],
    ['9999-12-31', '9999-12-31'],
    ['2026-04-01', '2026-04-30'],
    ['2000-02-01', '2000-02-29'],
    ['2100-02-01', '2100-02-28'],
  ])('the month of %s ends on %s', (from, to) => {
    expect(endOfMonth(day(from))).toBe(to);
    expect(daysOfMonth(monthOf(day(from)))[1]).toBe(dayNumber(day(to)));
  });

  test('a month is counted from its first day', () => {
    const [first, last] = daysOfMonth(CalendarMonth.parse('2026-03'));

    expect([dayOfNumber(first), dayOfNumber(last)]).toEqual(['2026-03-01', '2026-03-31']);
  });

  test('a day belongs to the month it begins with', () => {
    expect(monthOf(day('2026-03-17'))).toBe('2026-03');
  });

  test('adding days and counting them agree', () => {
    const anyDay = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-12-31'),
      noInvalidDate: true,
    });

    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (instant, days) => {
        const from = day(instant.toISOString().slice(0, 10));
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
});

describe('dayInZone', () => {
  test.each([
    { at: '2026-03-28T22:59:59Z', on: '2026-03-28', because: 'it is a minute to midnight' },
    { at: '2026-03-28T23:00:00Z', on: '2026-03-29', because: 'the day clocks go forward begins' },
    { at: '2026-03-29T21:59:59Z', on: '2026-03-29', because: 'that day has 23 hours' },
    { at: '2026-03-29T22:00:00Z', on: '2026-03-30', because: 'and the next begins an hour early' },
    { at: '2026-10-24T22:00:00Z', on: '2026-10-25', because: 'the day clocks go back begins' },
    { at: '2026-10-25T22:59:59Z', on: '2026-10-25', because: 'that day has 25 hours' },
    { at: '2026-10-25T23:00:00Z', on: '2026-10-26', because: 'and the next begins an hour late' },
    { at: '2024-02-28T23:00:00Z', on: '2024-02-29', because: 'a leap day begins there' },
    { at: '2025-12-31T23:00:00Z', on: '2026-01-01', because: 'a year begins there' },
  ])('at $at it is $on in Amsterdam: $because', ({ at, on }) => {
    expect(dayInZone(new Date(at), 'Europe/Amsterdam')).toBe(on);
  });

  test.each([
    { zone: 'UTC', on: '2026-03-28', because: 'it is half past eleven at night' },
    { zone: 'Europe/Amsterdam', on: '2026-03-29', because: 'it is after midnight there' },
    { zone: 'Pacific/Kiritimati', on: '2026-03-29', because: 'it is 14 hours ahead' },
    { zone: 'America/Los_Angeles', on: '2026-03-28', because: 'it is afternoon there' },
  ])('at 2026-03-28T23:30Z the day in $zone is $on: $because', ({ zone, on }) => {
    expect(dayInZone(new Date('2026-03-28T23:30:00Z'), zone)).toBe(on);
  });
});

test.each([
  { month: '2026-03', before: '2026-02' },
  { month: '2026-01', before: '2025-12' },
  { month: '2026-11', before: '2026-10' },
  { month: '0001-01', before: '0000-12' },
])('before $month comes $before', ({ month, before }) => {
  expect(monthBefore(CalendarMonth.parse(month))).toBe(before);
});

test.each([
  ['2026-03-01', 1],
  ['2024-02-29', 29],
  ['2026-12-31', 31],
])('%s is day %d of its month', (date, number) => {
  expect(dayOfMonth(day(date))).toBe(number);
});
