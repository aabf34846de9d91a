import { describe, expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../../shared/decisions/customer-state.ts';
import { budget, facts, policy, spend } from '../../builders.ts';
import { lastNight } from '../nights.ts';
import { everyDay, nightsOver, tellsOnly, toldIn } from './spend-nights.ts';

/** Nothing but thresholds on actual spend. */
const thresholds = policy(
  {},
  {
    budgets: { thresholds: [50, 80, 100], forecastThresholds: [], tellMissing: false },
    exposure: { newCustomerDays: 0 },
  },
);
const of = (...budgets: number[]) => budgets.map((each) => budget(each));
const spent = (date: string, amount: number) => [spend(date, amount)];

/** One night after another, each with its own budget and spend: what was told, night by night. */
function toldOver(nights: readonly (readonly [on: string, spent: number, budget: number])[]) {
  let state = NEW_CUSTOMER;
  return nights.map(([on, amount, limit]) => {
    const rows = facts({ spend: spent(on, amount), budgets: of(limit) });
    const { night, next } = lastNight(rows, thresholds, [on], state);
    state = next;
    return night.notices.map(({ stage }) => stage).join();
  });
}

describe('decideBudget', () => {
  test('a threshold crossed is told to the account manager, with the numbers', () => {
    const rows = facts({ spend: spent('2026-03-10', 81_250), budgets: of(100_000) });
    const { night, writeLetter, events } = lastNight(rows, thresholds, ['2026-03-12']);

    expect(night.budgets).toEqual([
      {
        currency: 'EUR',
        month: '2026-03',
        budget: 100_000,
        spent: 81_250,
        percent: 81.25,
        crossed: 80,
        ahead: 76.7,
        dataThrough: '2026-03-10',
      },
    ]);
    expect(night.notices).toMatchObject([
      {
        key: 'C-1|EUR|budget|2026-03|80|100000',
        kind: 'budget',
        currency: 'EUR',
        stage: '80',
        tell: ['account-manager'],
        actions: [],
        because:
          'month-to-date spend of 812.50 EUR is 81.25 % of the 2026-03 budget of 1,000.00 EUR and the threshold is 80 %',
      },
    ]);
    expect(writeLetter).toBe(false);
    expect(events.map(({ kind }) => kind)).toEqual(['budget-alert']);
  });

  test.each([
    {
      because: 'each threshold once, the highest of several',
      nights: [
        ['2026-03-10', 49, 100],
        ['2026-03-11', 50, 100],
        ['2026-03-12', 79, 100],
        ['2026-03-13', 110, 100],
        ['2026-03-14', 300, 100],
      ],
      told: ['', '50', '', '100', ''],
    },
    {
      because: 'spend that falls back and returns is not news',
      nights: [
        ['2026-03-10', 85, 100],
        ['2026-03-11', 20, 100],
        ['2026-03-12', 90, 100],
      ],
      told: ['80', '', ''],
    },
    {
      because: 'a new month starts over',
      nights: [
        ['2026-03-31', 85, 100],
        ['2026-04-01', 85, 100],
      ],
      told: ['80', '80'],
    },
    {
      because: 'a raised budget re-arms what it no longer reaches',
      nights: [
        ['2026-03-10', 100, 100],
        ['2026-03-11', 100, 200],
        ['2026-03-12', 160, 200],
        ['2026-03-13', 200, 200],
      ],
      told: ['100', '', '80', '100'],
    },
    {
      because: 'a lowered one tells only what was not told',
      nights: [
        ['2026-03-10', 80, 100],
        ['2026-03-11', 80, 90],
        ['2026-03-12', 80, 80],
      ],
      told: ['80', '', '100'],
    },
    {
      because: 'raised and taken back, it was told before',
      nights: [
        ['2026-03-10', 100, 100],
        ['2026-03-11', 100, 400],
        ['2026-03-12', 100, 100],
      ],
      told: ['100', '', ''],
    },
    {
      because: 'a budget of nothing has no thresholds',
      nights: [['2026-03-10', 100, 0]],
      told: [''],
    },
  ] as const)('$because', ({ nights, told }) => {
    expect(toldOver(nights)).toEqual(told);
  });

  test('a budget of nothing has no percent either', () => {
    const rows = facts({ spend: spent('2026-03-10', 5), budgets: of(0) });

    expect(lastNight(rows, thresholds, ['2026-03-12']).night.budgets).toEqual([
      {
        currency: 'EUR',
        month: '2026-03',
        budget: 0,
        spent: 5,
        dataThrough: '2026-03-10',
      },
    ]);
  });

  test('a budget that is gone is remembered through the next month, and then forgotten', () => {
    const rows = facts({ spend: spent('2026-03-10', 85), budgets: of(100) });
    const { next } = lastNight(rows, thresholds, ['2026-03-10']);

    expect(Object.keys(next.budgets)).toEqual(['EUR']);
    const goneOn = (night: string) => lastNight(facts(), thresholds, [night], next).next.budgets;
    expect(goneOn('2026-04-30')).toEqual(next.budgets);
    expect(goneOn('2026-05-01')).toEqual({});
  });
});

describe('a threshold below 100 that is reached on plan', () => {
  const rules = (quietOnPlan: boolean) =>
    tellsOnly({ budgets: { thresholds: [50, 100], quietOnPlan } });
  const even = (limit: number) =>
    facts({ spend: everyDay('2026-02-01', '2026-03-31', 100), budgets: [budget(limit)] });
  const MARCH = ['2026-03-01', '2026-03-31'] as const;

  test.each([
    { quiet: false, limit: 3_200, told: ['03-16 budget 50'], because: 'is told by default' },
    { quiet: true, limit: 3_200, told: [], because: 'may be kept to the report' },
    {
      quiet: true,
      limit: 3_100,
      told: ['03-16 budget 50', '03-31 budget 100'],
      because: 'is off plan where the forecast reaches the budget',
    },
    {
      quiet: true,
      limit: 2_000,
      told: ['03-10 budget 50', '03-20 budget 100'],
      because: 'is off plan where spend is ahead of the month',
    },
  ])('$because, with a budget of $limit', ({ quiet, limit, told }) => {
    const nights = nightsOver(even(limit), rules(quiet), MARCH);

    expect(toldIn(nights)).toEqual(told);
    expect(nights[15]?.night.budgets[0]?.crossed).toBeGreaterThanOrEqual(50);
  });
});
