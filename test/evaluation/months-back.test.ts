import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsBackFrom, monthsEarlier } from '../../shared/evaluation/months-back.ts';
import { addDays } from '../../shared/ledger/calendar-date.ts';
import { day } from '../builders.ts';

const aDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(day('2020-01-01'), days));

describe('monthsBackFrom', () => {
  test.each([
    { asOf: '2026-04-15', date: '2026-04-15', months: 0, because: 'the day itself is in month 0' },
    { asOf: '2026-04-15', date: '2026-03-16', months: 0, because: 'month 0 starts the day after' },
    { asOf: '2026-04-15', date: '2026-03-15', months: 1, because: 'the same day ends month 1' },
    { asOf: '2026-01-10', date: '2025-12-10', months: 1, because: 'a month may end last year' },
    {
      asOf: '2026-04-30',
      date: '2026-03-31',
      months: 1,
      because: 'months of month ends are whole',
    },
    { asOf: '2026-04-30', date: '2026-04-01', months: 0, because: 'and start on the first' },
    { asOf: '2024-03-30', date: '2024-02-29', months: 1, because: 'February ends before its 30th' },
    { asOf: '2024-02-28', date: '2024-01-29', months: 0, because: 'no month end in a leap year' },
    { asOf: '2025-02-28', date: '2025-01-29', months: 1, because: 'a month end in any other' },
  ])('from $asOf, $date is $months months back: $because', ({ asOf, date, months }) => {
    expect(monthsBackFrom(day(asOf))(day(date))).toBe(months);
  });

  test('a month ends where the one after it starts', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 14 }), (asOf, months) => {
        const last = monthsEarlier(asOf, months);

        expect(monthsBackFrom(asOf)(last)).toBe(months);
        expect(monthsBackFrom(asOf)(addDays(last, 1))).toBe(months - 1);
      }),
    );
  });

  test('no month back is the day itself', () => {
    expect(monthsEarlier(day('2026-04-15'), 0)).toBe('2026-04-15');
  });
});
