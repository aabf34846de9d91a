import { describe, expect, test } from 'vitest';
import {
  type ArrangementEntry,
  type BudgetEntry,
  ended,
  withEntries,
} from '../../shared/ledger/entries.ts';
import { arrangement, budget, day, facts } from '../builders.ts';

const RECORDED = {
  recordedBy: 'Anna',
  recordedAt: '2026-03-05T09:00:00.000Z',
  recordedOn: day('2026-03-05'),
};

const entered = (
  kind: Parameters<typeof arrangement>[0],
  over: Parameters<typeof arrangement>[1] = {},
): ArrangementEntry => ({
  kind: 'arrangement',
  id: 'a1',
  arrangement: arrangement(kind, over),
  ...RECORDED,
});

const set = (minorUnits: number, from?: string): BudgetEntry => ({
  kind: 'budget',
  id: 'EUR',
  budget: budget(minorUnits, { from }),
  ...RECORDED,
});

const BY_BO = { by: 'Bo', at: '2026-03-17T09:00:00.000Z' };
const TODAY = day('2026-03-17');

describe('ending an arrangement on the 17th', () => {
  test.each([
    { until: undefined, end: '2026-03-17', because: 'it had no end' },
    { until: '2026-03-31', end: '2026-03-17', because: 'its end comes sooner' },
    { until: '2026-03-10', end: '2026-03-10', because: 'it was over already' },
  ])('a hold until $until holds until $end: $because', ({ until, end }) => {
    expect(ended(entered('hold', { until }), TODAY, BY_BO)).toMatchObject({
      arrangement: { from: '2026-03-05', until: end },
      endedBy: 'Bo',
    });
  });

  test('one that was to begin later never does', () => {
    const later = ended(entered('hold', { from: '2026-04-01' }), TODAY, BY_BO);

    expect(later.arrangement).toMatchObject({ from: '2026-04-01', until: '2026-04-01' });
  });

  test('a promise whose day has not passed is withdrawn, not broken: no night sees it', () => {
    const promise = ended(entered('promise', { until: '2026-03-31' }), TODAY, BY_BO);

    expect(promise.arrangement.until).toBe('2026-03-31');
    expect(withEntries(facts(), [promise]).arrangements).toEqual([]);
  });

  test('a promise whose day has passed stays as it was kept or broken', () => {
    const promise = ended(entered('promise', { until: '2026-03-10' }), TODAY, BY_BO);

    expect(withEntries(facts(), [promise]).arrangements).toEqual([promise.arrangement]);
  });
});

describe('what people entered, with what sources say', () => {
  test('arrangements of both hold', () => {
    const books = facts({ arrangements: [arrangement('dispute')] });

    expect(withEntries(books, [entered('hold')]).arrangements).toEqual([
      arrangement('dispute'),
      arrangement('hold'),
    ]);
  });

  test('a budget for every month replaces those of its currency, and of no other', () => {
    const books = facts({
      budgets: [budget(100), budget(200, { from: '2026-02' }), budget(5, { currency: 'SEK' })],
    });

    expect(withEntries(books, [set(300)]).budgets).toEqual([
      budget(5, { currency: 'SEK' }),
      budget(300),
    ]);
  });

  test('a budget from a month on leaves the months before to the sources', () => {
    const books = facts({ budgets: [budget(100), budget(200, { from: '2026-05' })] });

    expect(withEntries(books, [set(300, '2026-04')]).budgets).toEqual([
      budget(100),
      budget(300, { from: '2026-04' }),
    ]);
  });

  test('a budget that was taken back leaves all to the sources', () => {
    const books = facts({ budgets: [budget(100)] });

    expect(withEntries(books, [{ ...set(300), isRemoved: true }]).budgets).toEqual([budget(100)]);
  });
});
