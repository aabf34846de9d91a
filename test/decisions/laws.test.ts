import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { type CustomerDecision, decideCustomer } from '../../shared/decisions/decide-customer.ts';
import { stageIndex } from '../../shared/decisions/dunning/ladder.ts';
import { accountsOf } from '../../shared/evaluation/accounts.ts';
import { addDays } from '../../shared/ledger/calendar-date.ts';
import { type CustomerFacts, factsSeenOn } from '../../shared/ledger/customer-facts.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { anyDay, anyFacts, anyPolicy } from '../arbitraries.ts';
import { arrangement, budget, day, facts, invoice, payment, policy, spend } from '../builders.ts';
import { FRESH, type Night, nightsOn } from './nights.ts';

const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0);

/** What spend says by itself stays true, whatever else is stale. */
const RESTS_ON_SPEND = new Set([
  'budget',
  'budget-forecast',
  'forecast-receded',
  'budget-pace',
  'anomaly',
]);

/** The nights of 120 days from New Year, one after another, every third of them. */
const everyNight = (rows: CustomerFacts, rules: Policy): readonly Night[] =>
  nightsOn(
    rows,
    rules,
    Array.from({ length: 40 }, (_, at) => addDays(day('2026-01-01'), at * 3)),
    (key) => key.length % 5 === 0,
  );

const stageNumbers = ({ night }: CustomerDecision, { dunning }: Policy) =>
  night.accounts.map(({ from, stage }) => ({
    from: stageIndex(dunning.default.stages, from),
    to: stageIndex(dunning.default.stages, stage),
  }));

describe('for any customer, policy and night', () => {
  test('open less unapplied is what was invoiced less what was paid and written off', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (rows, asOf) => {
        const seen = factsSeenOn(rows, asOf);
        for (const { currency, invoices, unapplied, writtenOff } of accountsOf(seen, asOf)) {
          const of = (each: { currency: string }): boolean => each.currency === currency;
          const invoiced = sum(seen.invoices.filter(of).map(({ minorUnits }) => minorUnits));
          const paid = sum(seen.payments.filter(of).map(({ minorUnits }) => minorUnits));
          const open = sum(invoices.map((each) => each.open));

          expect(open - unapplied).toBe(invoiced - paid - writtenOff);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('aging buckets less unapplied are the open balance', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, anyDay, (rows, rules, asOf) => {
        const { night } = decideCustomer(rows, NEW_CUSTOMER, rules, asOf, FRESH);

        for (const { aging, open, unapplied } of night.accounts)
          expect(sum(Object.values(aging)) - unapplied).toBe(open);
      }),
    );
  });

  test('deciding a night again changes nothing and says nothing', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (rows, rules) => {
        for (const { next, night, circumstances } of everyNight(rows, rules)) {
          const again = decideCustomer(rows, next, rules, night.asOf, circumstances);

          expect(again.next).toEqual(next);
          expect(again.night.notices).toEqual([]);
          expect(again.events).toEqual([]);
          expect(again.writeLetter).toBe(false);
        }
      }),
    );
  });

  test('the order of rows decides nothing', () => {
    const reversed = (rows: CustomerFacts): CustomerFacts => ({
      customer: rows.customer,
      invoices: rows.invoices.toReversed(),
      payments: rows.payments.toReversed(),
      spend: rows.spend.toReversed(),
      budgets: rows.budgets.toReversed(),
      arrangements: rows.arrangements.toReversed(),
    });

    fc.assert(
      fc.property(anyFacts, anyPolicy, (rows, rules) => {
        expect(everyNight(reversed(rows), rules)).toEqual(everyNight(rows, rules));
      }),
    );
  });

  test('no notice is said twice', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (rows, rules) => {
        const keys = everyNight(rows, rules).flatMap(({ night }) =>
          night.notices.map(({ key }) => key),
        );

        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 300 },
    );
  });

  test('one step at most, and past no stage', () => {
    const oneStep = anyPolicy.filter(({ dunning }) => dunning.default.progression === 'one-step');

    fc.assert(
      fc.property(anyFacts, oneStep, (rows, rules) => {
        for (const night of everyNight(rows, rules))
          for (const { from, to } of stageNumbers(night, rules))
            expect(to).toBeLessThanOrEqual(from + 1);
      }),
    );
  });

  test('stale data moves nothing and tells nobody, whatever the facts became', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyPolicy, (rows, others, rules) => {
        const guard = { holdStages: 'source files is 3 days old' };
        for (const { next, night } of everyNight(rows, rules)) {
          const later = decideCustomer(others, next, rules, addDays(night.asOf, 9), guard);

          expect(later.next.accounts).toEqual(next.accounts);
          expect(later.next.settledPromises).toEqual(next.settledPromises);
          expect(later.night.notices.filter(({ kind }) => !RESTS_ON_SPEND.has(kind))).toEqual([]);
          expect(later.writeLetter).toBe(false);
        }
      }),
    );
  });

  test('paying all that is open clears every stage', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, rules) => {
        const neverRefunded = facts.payments.filter(({ minorUnits }) => minorUnits > 0);
        const rows = { ...facts, payments: neverRefunded };
        const asOf = day('2026-05-01');
        const owed = accountsOf(factsSeenOn(rows, asOf), asOf);
        const settling = owed.flatMap(({ currency, invoices }) =>
          invoices.map(({ invoice: { invoiceId }, open }) =>
            payment({
              paymentId: `ALL-${invoiceId}`,
              paidOn: asOf,
              minorUnits: open,
              currency,
              invoiceId,
            }),
          ),
        );
        const { next } = everyNight(rows, rules).at(-1) ?? { next: NEW_CUSTOMER };

        const paid = { ...rows, payments: [...rows.payments, ...settling] };
        const { night } = decideCustomer(paid, next, rules, asOf, FRESH);

        expect(night.accounts.flatMap(({ stage }) => stage ?? [])).toEqual([]);
      }),
    );
  });
});

describe('for any hold on a customer', () => {
  const anyHold = fc.record({
    from: fc.integer({ min: 31, max: 60 }),
    days: fc.integer({ min: 1, max: 30 }),
  });
  const on = (number: number) => addDays(day('2026-01-01'), number);

  test('no stage rises while it is in force', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, anyHold, (rows, rules, { from, days }) => {
        const hold = arrangement('hold', { from: on(from), until: on(from + days) });
        const held = { ...rows, arrangements: [...rows.arrangements, hold] };

        for (const each of everyNight(held, rules)) {
          if (each.night.asOf < on(from) || each.night.asOf >= on(from + days)) continue;
          for (const { from: before, to } of stageNumbers(each, rules))
            expect(to).toBeLessThanOrEqual(before);
        }
      }),
    );
  });

  test('the clock stands still: what comes after comes as many days later', () => {
    const dueBefore = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 });
    const anyLadder = fc.tuple(
      fc.constantFrom('inclusive', 'strict'),
      fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 4 }),
    );
    const later = fc.integer({ min: 0, max: 40 });

    fc.assert(
      fc.property(
        dueBefore,
        anyLadder,
        anyHold,
        later,
        (due, [boundary, gaps], { from, days }, at) => {
          const invoices = due.map((number, id) =>
            invoice({ invoiceId: `${id}`, issuedOn: '2026-01-01', dueOn: on(number) }),
          );
          const stages = gaps.map((gap, stage) => ({
            name: `${stage}`,
            afterDays: sum(gaps.slice(0, stage)) + gap,
          }));
          const rules = policy({ boundary, stages });
          const hold = arrangement('hold', { from: on(from), until: on(from + days) });
          const stageOn = (rows: CustomerFacts, number: number) =>
            decideCustomer(rows, NEW_CUSTOMER, rules, on(number), FRESH).night.accounts[0]?.stage;

          expect(stageOn(facts({ invoices, arrangements: [hold] }), from + days + at)).toBe(
            stageOn(facts({ invoices }), from + at),
          );
        },
      ),
    );
  });
});

test('however budget and spend change, a threshold of a budget is told once a month', () => {
  const nights = fc.array(
    fc.record({
      amount: fc.integer({ min: 0, max: 300 }),
      limit: fc.constantFrom(100, 150, 200),
    }),
    { minLength: 1, maxLength: 28 },
  );

  fc.assert(
    fc.property(nights, (changes) => {
      let state = NEW_CUSTOMER;
      const keys = changes.flatMap(({ amount, limit }, at) => {
        const asOf = addDays(day('2026-03-01'), at);
        const rows = facts({ spend: [spend(asOf, amount)], budgets: [budget(limit)] });
        const { next, night } = decideCustomer(rows, state, policy(), asOf, FRESH);
        state = next;
        return night.notices.map(({ key }) => key);
      });

      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});
