import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerDecision } from '../../../shared/decisions/decide-customer.ts';
import { decideCustomer } from '../../../shared/decisions/decide-customer.ts';
import { addDays, type CalendarDate } from '../../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import {
  arrangement,
  budget,
  day,
  facts,
  invoice,
  payment,
  policy,
  spend,
} from '../../builders.ts';
import { FRESH } from '../nights.ts';
import { daysFrom, nightsOver } from './spend-nights.ts';

const NIGHTS = ['2026-02-20', '2026-04-10'] as const;
const DAYS = daysFrom('2026-01-05', '2026-04-10');

const dayAmount = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 80_000, max: 120_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 200_000, max: 900_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -50_000, max: 0 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const anyDayOfMarch = fc.integer({ min: 0, max: 40 }).map((at) => addDays(day('2026-02-20'), at));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Who spends every day or nearly, with what else a customer who spends may have. */
const anySpender: fc.Arbitrary<CustomerFacts> = fc
  .record({
    amounts: fc.array(dayAmount, { minLength: DAYS.length, maxLength: DAYS.length }),
    services: fc.constantFrom([undefined], ['Storage', 'Virtual Machines']),
    dollars: fc.boolean(),
    budgets: fc.array(fc.integer({ min: 0, max: 5_000_000 }), { maxLength: 3 }),
    limit: maybe(fc.integer({ min: 1, max: 9_000_000 })),
    owed: fc.integer({ min: 1, max: 5_000_000 }),
    issuedOn: anyDayOfMarch,
    paid: maybe(fc.integer({ min: 1, max: 5_000_000 })),
    paidOn: anyDayOfMarch,
    fraudFrom: maybe(anyDayOfMarch),
  })
  .map(({ amounts, services, dollars, budgets, limit, ...rest }) =>
    facts({
      spend: amounts.flatMap((amount, at) => {
        const [date, service] = [DAYS[at], services[at % services.length]];
        if (amount === undefined || date === undefined) return [];
        const currency = dollars && at % 3 === 0 ? 'USD' : 'EUR';
        return [{ ...spend(date, amount, currency), ...(service && { service }) }];
      }),
      budgets: budgets.map((amount, at) => budget(amount, { from: `2026-0${at + 1}` })),
      invoices: [invoice({ minorUnits: rest.owed, issuedOn: rest.issuedOn, dueOn: '2026-04-30' })],
      payments:
        rest.paid === undefined ? [] : [payment({ minorUnits: rest.paid, paidOn: rest.paidOn })],
      arrangements:
        rest.fraudFrom === undefined ? [] : [arrangement('fraud-case', { from: rest.fraudFrom })],
      customer: { creditLimitMinorUnits: limit },
    }),
  );

const nightsOf = (rows: CustomerFacts, rules: Policy = policy({ stages: [] })) =>
  nightsOver(rows, rules, NIGHTS);

const told = (nights: readonly CustomerDecision[]): readonly string[] =>
  nights.flatMap(({ night }) =>
    night.notices.map(({ kind, currency, stage }) => `${night.asOf} ${kind} ${currency} ${stage}`),
  );

describe('for any customer who spends', () => {
  test('a night run twice tells once, and shows the same', () => {
    fc.assert(
      fc.property(anySpender, (rows) => {
        for (const { next, night } of nightsOf(rows)) {
          const again = decideCustomer(rows, next, policy({ stages: [] }), night.asOf, FRESH);

          expect(again.night.notices).toEqual([]);
          expect(again.events).toEqual([]);
          expect(again.next).toEqual(next);
          expect(again.night.budgets).toEqual(night.budgets);
          expect(again.night.exposure).toEqual(night.exposure);
          expect(again.night.anomalies).toEqual(night.anomalies);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('no notice is told twice, however the facts change', () => {
    fc.assert(
      fc.property(fc.array(anySpender, { minLength: 2, maxLength: 4 }), (versions) => {
        let at = 0;
        const rows = (asOf: CalendarDate): CustomerFacts => {
          at += Number(asOf.slice(8)) % 4 === 0 ? 1 : 0;
          return versions[at % versions.length] ?? facts();
        };
        const keys = nightsOver(rows, policy({ stages: [] }), NIGHTS).flatMap(({ night }) =>
          night.notices.map(({ key }) => key),
        );

        expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('the order of rows decides nothing', () => {
    fc.assert(
      fc.property(anySpender, (rows) => {
        const reversed = {
          ...rows,
          spend: rows.spend.toReversed(),
          budgets: rows.budgets.toReversed(),
        };

        expect(nightsOf(reversed)).toEqual(nightsOf(rows));
      }),
      { numRuns: 25 },
    );
  });

  test('a hundred times the money changes nothing but what the policy says in money', () => {
    const times = (rows: CustomerFacts): CustomerFacts => ({
      ...rows,
      spend: rows.spend.map((each) => ({ ...each, minorUnits: each.minorUnits * 100 })),
      budgets: rows.budgets.map((each) => ({ ...each, minorUnits: each.minorUnits * 100 })),
      invoices: rows.invoices.map((each) => ({ ...each, minorUnits: each.minorUnits * 100 })),
      payments: rows.payments.map((each) => ({ ...each, minorUnits: each.minorUnits * 100 })),
      customer: {
        ...rows.customer,
        creditLimitMinorUnits: (rows.customer.creditLimitMinorUnits ?? 0) * 100,
      },
    });
    const money = (by: number) =>
      policy(
        { stages: [] },
        { anomalies: { minimumExcessMinorUnits: 100 * by, tellFromMinorUnits: 2_500 * by } },
      );

    // A forecast is rounded to a minor unit, so one in millions may fall on the other side.
    fc.assert(
      fc.property(anySpender, (rows) => {
        expect(told(nightsOf(times(rows), money(100)))).toEqual(told(nightsOf(rows, money(1))));
      }),
      { numRuns: 25, seed: 2013 },
    );
  });

  test('what is told of actual spend grows with spend', () => {
    const amounts = fc.array(fc.nat({ max: 60_000 }), { minLength: 1, maxLength: 40 });
    const highest = (spent: readonly number[]): number => {
      const rows = facts({
        spend: spent.map((amount, at) => spend(addDays(day('2026-03-01'), at % 31), amount)),
        budgets: [budget(1_000_000)],
      });
      const nights = nightsOver(rows, policy({ stages: [] }), ['2026-03-01', '2026-03-31']);
      const stages = nights.flatMap(({ night }) =>
        night.notices.filter(({ kind }) => kind === 'budget').map(({ stage }) => Number(stage)),
      );
      return Math.max(0, ...stages);
    };

    fc.assert(
      fc.property(amounts, fc.nat({ max: 200_000 }), (less, more) => {
        expect(highest([...less, more])).toBeGreaterThanOrEqual(highest(less));
      }),
      { numRuns: 30 },
    );
  });

  test('exposure is the sum of its parts, none of them negative', () => {
    fc.assert(
      fc.property(anySpender, (rows) => {
        for (const { night } of nightsOf(rows))
          for (const { total, overdue, notDue, uninvoiced, forecastRemainder } of night.exposure ??
            []) {
            expect(overdue + notDue + uninvoiced + forecastRemainder).toBe(total);
            expect(Math.min(overdue, notDue, uninvoiced, forecastRemainder)).toBeGreaterThanOrEqual(
              0,
            );
          }
      }),
      { numRuns: 25 },
    );
  });
});
