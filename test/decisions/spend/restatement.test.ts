import { describe, expect, test } from 'vitest';
import { CustomerState } from '../../../shared/decisions/customer-state.ts';
import { budget, facts, spend } from '../../builders.ts';
import { everyDay, lastOf, nightOf, nightsOver, tellsOnly, toldIn } from './spend-nights.ts';

const thresholds = (over: Record<string, unknown> = {}) =>
  tellsOnly({ budgets: { thresholds: [50, 80, 100], ...over } });

/** March as each night finds it: so much until April, and restated from a day on. */
const restatedOn =
  (day: string, to: number, limit = 1_000) =>
  (asOf: string) =>
    facts({
      spend: [spend('2026-03-20', asOf < day ? 850 : to)],
      budgets: [budget(limit)],
    });

const OVER_THE_TURN = ['2026-03-30', '2026-04-10'] as const;

describe('the month before, while it may be restated', () => {
  test.each([
    {
      on: '2026-04-05',
      told: ['03-30 budget 80', '04-05 budget 100'],
      because: 'day 5 is in time',
    },
    { on: '2026-04-06', told: ['03-30 budget 80'], because: 'day 6 is closed' },
  ])('reaches a threshold on $on: $because', ({ on, told }) => {
    expect(toldIn(nightsOver(restatedOn(on, 1_000), thresholds(), OVER_THE_TURN))).toEqual(told);
  });

  test('a threshold restated away and back is not told again', () => {
    const rows = (asOf: string) =>
      facts({
        spend: [spend('2026-03-20', asOf === '2026-04-02' ? 700 : 850)],
        budgets: [budget(1_000)],
      });

    expect(toldIn(nightsOver(rows, thresholds(), OVER_THE_TURN))).toEqual(['03-30 budget 80']);
  });

  test('it is judged by the budget it had, whatever was changed since', () => {
    const rows = (asOf: string) =>
      facts({
        spend: [spend('2026-03-20', 850)],
        budgets: [budget(asOf < '2026-04-01' ? 1_000 : 500)],
      });
    const nights = nightsOver(rows, thresholds(), ['2026-03-30', '2026-04-02']);

    expect(toldIn(nights)).toEqual(['03-30 budget 80']);
    expect(nightOf(nights).budgets.map(({ month, budget }) => [month, budget])).toEqual([
      ['2026-04', 500],
      ['2026-03', 1_000],
    ]);
  });

  test.each([
    { night: '2026-04-05', months: ['2026-04', '2026-03'] },
    { night: '2026-04-06', months: ['2026-04'] },
  ])('on $night the months in the report are $months', ({ night, months }) => {
    const nights = nightsOver(restatedOn('2026-04-01', 850), thresholds(), [night, night]);

    expect(nightOf(nights).budgets.map(({ month }) => month)).toEqual(months);
  });

  test('closes on the day the policy says, or with the month', () => {
    const rows = restatedOn('2026-04-03', 1_000);

    expect(toldIn(nightsOver(rows, thresholds({ closesOnDay: 2 }), OVER_THE_TURN))).toEqual([
      '03-30 budget 80',
    ]);
    const closed = nightsOver(rows, thresholds({ closesOnDay: 0 }), ['2026-04-01', '2026-04-01']);
    expect(nightOf(closed).budgets).toHaveLength(1);
  });

  test('of January it is December', () => {
    const rows = (asOf: string) =>
      facts({
        spend: [spend('2025-12-31', asOf < '2026-01-02' ? 10 : 1_000)],
        budgets: [budget(1_000)],
      });

    expect(toldIn(nightsOver(rows, thresholds(), ['2025-12-31', '2026-01-05']))).toEqual([
      '01-02 budget 100',
    ]);
  });

  test('that no night looked at while it ran is shown, and not told', () => {
    const rows = restatedOn('2026-04-03', 1_000);
    const nights = nightsOver(rows, thresholds(), ['2026-04-01', '2026-04-03']);

    expect(toldIn(nights)).toEqual(['04-03 budget 100']);
    expect(nightOf(nights.slice(0, 1)).budgets[1]).toMatchObject({ crossed: 80, isRestated: true });
  });
});

test('a state of before spend was remembered is read, and goes on', () => {
  const old = CustomerState.parse({
    accounts: {},
    budgets: { EUR: { month: '2026-03', budgetMinorUnits: 1_000, toldPercent: 80 } },
    settledPromises: [],
  });
  const rows = facts({ spend: [spend('2026-03-20', 1_000)], budgets: [budget(1_000)] });
  const nights = nightsOver(rows, thresholds(), ['2026-03-21', '2026-04-02'], old);

  expect(toldIn(nights)).toEqual(['03-21 budget 100']);
  expect(CustomerState.parse(lastOf(nights).next)).toEqual(lastOf(nights).next);
});

test('nobody is told twice of the same month by a month of nights', () => {
  const rows = facts({
    spend: everyDay('2026-02-01', '2026-04-30', 100),
    budgets: [budget(3_000)],
  });

  expect(toldIn(nightsOver(rows, thresholds(), ['2026-03-01', '2026-04-30']))).toEqual([
    '03-15 budget 50',
    '03-24 budget 80',
    '03-30 budget 100',
    '04-15 budget 50',
    '04-24 budget 80',
    '04-30 budget 100',
  ]);
});
