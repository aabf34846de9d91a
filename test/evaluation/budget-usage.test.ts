import { describe, expect, test } from 'vitest';
import { budgetUsages, percentOf, reaches } from '../../shared/evaluation/budget-usage.ts';
import { spentDays } from '../../shared/evaluation/spend/spent-days.ts';
import { CalendarMonth } from '../../shared/ledger/calendar-date.ts';
import { budget, day, spend } from '../builders.ts';

const month = CalendarMonth.parse('2026-03');
const usage = (spent: number, of: number) => ({ currency: 'EUR', month, budget: of, spent });
const nothing = spentDays([], 0, day('2026-03-31'));

describe('budgetUsages', () => {
  test('spend of the month up to the night adds up, in the currency of the budget', () => {
    const rows = [
      spend('2026-02-28', 1),
      spend('2026-03-01', 20),
      spend('2026-03-15', 300),
      spend('2026-03-15', 4_000),
      spend('2026-03-16', 50_000),
      spend('2026-03-10', 600_000, 'USD'),
    ];

    expect(
      budgetUsages([budget(9_000)], spentDays(rows, 0, day('2026-03-15')), day('2026-03-15')),
    ).toEqual([{ currency: 'EUR', month: '2026-03', budget: 9_000, spent: 4_320 }]);
  });

  test.each([
    { asOf: '2025-12-31', of: 100, because: 'a budget without a month holds for every month' },
    { asOf: '2026-01-01', of: 200, because: 'one from a month on replaces it' },
    { asOf: '2026-02-28', of: 200, because: 'until the next' },
    { asOf: '2026-03-01', of: 300, because: 'the latest month wins' },
  ])('on $asOf the budget is $of: $because', ({ asOf, of }) => {
    const budgets = [
      budget(300, { from: '2026-03' }),
      budget(100),
      budget(200, { from: '2026-01' }),
    ];

    expect(budgetUsages(budgets, nothing, day(asOf)).map((each) => each.budget)).toEqual([of]);
    expect(budgetUsages(budgets.toReversed(), nothing, day(asOf))[0]?.budget).toBe(of);
  });

  test('before its first month a budget is none', () => {
    expect(budgetUsages([budget(100, { from: '2026-04' })], nothing, day('2026-03-31'))).toEqual(
      [],
    );
  });
});

describe('reaches', () => {
  test.each([
    { spent: 8_000, of: 10_000, percent: 80, is: true, because: 'the threshold itself is reached' },
    { spent: 7_999, of: 10_000, percent: 80, is: false, because: 'a cent below is not' },
    { spent: 333, of: 1_000, percent: 33.3, is: true, because: 'thresholds may be fractions' },
    { spent: 332, of: 1_000, percent: 33.3, is: false, because: 'and are compared exactly' },
    {
      spent: 9_007_199_254_740_990,
      of: 9_007_199_254_740_991,
      percent: 100,
      is: false,
      because: 'large amounts lose no cent',
    },
    { spent: 0, of: 0, percent: 50, is: false, because: 'of nothing there is no share' },
  ])('$spent of $of and $percent %: $because', ({ spent, of, percent, is }) => {
    expect(reaches(usage(spent, of), percent)).toBe(is);
  });

  test('percents are shown to two decimals', () => {
    expect(percentOf(usage(1, 3))).toBe(33.33);
    expect(percentOf(usage(1, 0))).toBeUndefined();
  });
});
