import { describe, expect, test } from 'vitest';
import { proposedBudget } from '../../shared/evaluation/proposed-budget.ts';
import { CalendarMonth } from '../../shared/ledger/calendar-date.ts';
import { spend } from '../builders.ts';

const rule = { months: 3, percent: 110 };
const month = (text: string) => CalendarMonth.parse(text);
const spent = (amounts: Record<string, number>) =>
  Object.entries(amounts).map(([date, amount]) => spend(date, amount));
const proposal = (amounts: Record<string, number>, open = '2026-05', over = rule) =>
  proposedBudget(spent(amounts), 'EUR', month(open), over);

describe('proposedBudget', () => {
  test.each([
    { of: { '2026-01-01': 1_000 }, is: 1_100, because: 'one month and a tenth' },
    { of: { '2026-01-01': 1_001 }, is: 1_200, because: 'rounded up to two digits' },
    {
      of: { '2026-01-01': 100, '2026-02-01': 900, '2026-03-01': 200 },
      is: 220,
      because: 'one odd month does not move the median',
    },
    {
      of: { '2026-01-01': 100, '2026-02-01': 200 },
      is: 170,
      because: 'of two months it is the middle',
    },
    {
      of: { '2026-01-01': 1, '2026-02-01': 500, '2026-03-01': 500, '2026-04-01': 500 },
      is: 550,
      because: 'the last three count',
    },
    { of: { '2026-01-01': 3 }, is: 4, because: 'small amounts are rounded up as well' },
    { of: { '2026-01-01': 112_233 }, is: 130_000, because: 'large ones to their two first digits' },
  ])('of $of is $is: $because', ({ of, is }) => {
    expect(proposal(of)).toBe(is);
  });

  test.each([
    { of: {}, because: 'nothing was spent' },
    { of: { '2026-01-02': 1_000 }, because: 'the first month was not a whole one' },
    { of: { '2026-05-01': 1_000 }, because: 'the month is not closed' },
    { of: { '2026-01-01': -10 }, because: 'all of it was credited' },
  ])('is none where $because', ({ of }) => {
    expect(proposal(of)).toBeUndefined();
  });

  test('keeps to its currency', () => {
    const rows = [spend('2026-01-01', 1_000), spend('2026-01-01', 9_000, 'USD')];

    expect(proposedBudget(rows, 'USD', month('2026-05'), rule)).toBe(9_900);
  });
});
