import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparer } from '../../../local/simulate/comparison.ts';
import { replayBeside } from '../../../local/simulate/replay.ts';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { anyFacts, anyPolicy } from '../../arbitraries.ts';
import { budget, day, facts, invoice, policy, spend } from '../../builders.ts';

const NIGHTS = Array.from({ length: 60 }, (_, at) => addDays(day('2026-02-01'), at));

const ladder = (afterDays: number) => policy({ stages: [stage('reminder', afterDays)] });

const stage = (name: string, afterDays: number) => ({
  name,
  afterDays,
  tell: ['account-manager', 'customer'],
});

function comparisonOf(customers: readonly CustomerFacts[], ...policies: readonly Policy[]) {
  const { comparison, add, end } = comparer();
  for (const each of customers) {
    for (const decisions of replayBeside(each, NIGHTS, policies)) add(decisions);
    end(each.customer);
  }
  return comparison;
}

describe('a comparison', () => {
  test('of a policy with itself finds no difference', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (rows, rules) => {
        const { differing, agreements } = comparisonOf([rows], rules, rules);

        expect(differing).toBe(0);
        for (const each of [...agreements.values()].flatMap((ofKind) => [...ofKind.values()]))
          expect(each).toMatchObject({ a: each.same, b: each.same });
      }),
      { numRuns: 50 },
    );
  });

  test('places every notice of both once, and each side says what it says alone', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, anyPolicy, (rows, one, other) => {
        const { agreements } = comparisonOf([rows], one, other);
        const alone = [one, other].map((rules) =>
          [...replayBeside(rows, NIGHTS, [rules])].flat().flatMap(({ night }) => night.notices),
        );

        const all = [...agreements.values()].flatMap((ofKind) => [...ofKind.values()]);
        const sum = (of: (each: (typeof all)[number]) => number): number =>
          all.reduce((total, each) => total + of(each), 0);
        const paired = sum((each) => each.same + each.otherAudience + each.otherDay);
        const renamed = sum((each) => each.otherStage) / 2;
        expect(sum(({ a }) => a)).toBe(alone[0]?.length);
        expect(sum(({ b }) => b)).toBe(alone[1]?.length);
        expect(paired + renamed + sum(({ onlyA }) => onlyA)).toBe(sum(({ a }) => a));
        expect(paired + renamed + sum(({ onlyB }) => onlyB)).toBe(sum(({ b }) => b));
      }),
      { numRuns: 50 },
    );
  });

  test('says who is written to under each, and by how many days B is later', () => {
    const late = facts({ invoices: [invoice()] });
    const soon = facts({
      customer: { customerId: 'C-2' },
      invoices: [invoice({ dueOn: '2026-03-25' })],
    });

    const comparison = comparisonOf([late, soon], ladder(3), ladder(10));

    expect(comparison.customersWritten).toEqual({ a: 2, b: 1, either: 2 });
    expect(comparison.agreements.get('dunning')?.get('reminder')).toEqual({
      ...{ a: 2, b: 1, same: 0, otherAudience: 0, otherStage: 0, onlyB: 0 },
      ...{ otherDay: 1, daysLater: 7, onlyA: 1 },
    });
    expect(
      comparison.shown.map(({ customer, difference }) => [customer.customerId, difference.kind]),
    ).toEqual([
      ['C-1', 'other-day'],
      ['C-2', 'only-a'],
    ]);
  });

  test('pairs a threshold of a budget with itself anywhere in the month', () => {
    const rows = facts({
      budgets: [budget(10_000)],
      spend: [spend('2026-02-03', 6_000), spend('2026-02-20', 3_000)],
    });
    const thresholds = (...percents: readonly number[]) =>
      policy({}, { budgets: { thresholds: percents, forecastThresholds: [] } });

    const { agreements } = comparisonOf([rows], thresholds(50, 80), thresholds(50));

    expect(agreements.get('budget')?.get('50')).toMatchObject({ same: 1, onlyA: 0, onlyB: 0 });
    expect(agreements.get('budget')?.get('80')).toMatchObject({ same: 0, onlyA: 1, onlyB: 0 });
  });

  test('knows nothing of one customer when it comes to the next', () => {
    const customers = ['C-1', 'C-2'].map((customerId) =>
      facts({ customer: { customerId }, invoices: [invoice()] }),
    );

    const { agreements } = comparisonOf(customers, ladder(3), ladder(3));

    expect(agreements.get('dunning')?.get('reminder')).toMatchObject({ a: 2, b: 2, same: 2 });
  });
});
