import { describe, expect, test } from 'vitest';
import { budget, facts } from '../../builders.ts';
import { becauseIn, everyDay, nightOf, nightsOver, tellsOnly, toldIn } from './spend-nights.ts';

const finds = (over: Record<string, unknown> = {}) =>
  tellsOnly({ budgets: { tellMissing: true, ...over } });
const NIGHTS = ['2026-03-01', '2026-04-30'] as const;
const spending = everyDay('2026-03-01', '2026-04-30', 100);

describe('spend without a budget', () => {
  test.each([
    { budgets: [], because: 'there is none' },
    { budgets: [budget(0)], because: 'it is of nothing' },
    { budgets: [budget(500, { from: '2026-05' })], because: 'it begins later' },
  ])('is found once a month, not nightly: $because', ({ budgets }) => {
    const rows = facts({ spend: spending, budgets });

    expect(toldIn(nightsOver(rows, finds(), NIGHTS))).toEqual([
      '03-01 no-budget',
      '04-01 no-budget',
    ]);
  });

  test.each([
    { rows: facts({ spend: spending, budgets: [budget(1)] }), because: 'there is a budget' },
    { rows: facts(), because: 'nothing is spent' },
    {
      rows: facts({ spend: everyDay('2026-03-01', '2026-04-30', -1) }),
      because: 'all is credited',
    },
    {
      rows: facts({ spend: spending, customer: { isUnowned: true } }),
      because: 'a customer in nobody’s books is told of as such',
    },
  ])('is none where $because', ({ rows }) => {
    expect(toldIn(nightsOver(rows, finds(), NIGHTS))).toEqual([]);
  });

  test('is not said of stale data, which may lack the budget', () => {
    const stale = { holdStages: 'source files has shrunk' };
    const rows = facts({ spend: spending });

    expect(toldIn(nightsOver(rows, finds(), NIGHTS, undefined, stale))).toEqual([]);
  });

  test('comes with a proposal once a whole month is closed', () => {
    const says = becauseIn(nightsOver(facts({ spend: spending }), finds(), NIGHTS));
    const later = nightsOver(facts({ spend: spending }), finds(), ['2026-04-06', '2026-04-06']);

    expect(says).toEqual([
      '1.00 EUR was spent in 2026-03 without a budget; a budget is proposed once a whole month is closed',
      '1.00 EUR was spent in 2026-04 without a budget; a budget is proposed once a whole month is closed',
    ]);
    expect(becauseIn(later)).toEqual([
      '6.00 EUR was spent in 2026-04 without a budget; proposed: 35.00 EUR, 110 % of the median of up to 3 closed months',
    ]);
  });

  test('has the thresholds of the policy’s default, which a proposal never has', () => {
    const rules = finds({ default: { EUR: '20' }, thresholds: [100] });
    const nights = nightsOver(facts({ spend: spending }), rules, ['2026-03-01', '2026-03-31']);

    expect(toldIn(nights)).toEqual(['03-20 budget 100']);
    expect(nightOf(nights).budgets[0]).toMatchObject({ budget: 2_000, isDefault: true });
    const proposed = nightsOver(facts({ spend: spending }), finds({ thresholds: [1] }), NIGHTS);
    expect(nightOf(proposed).budgets).toEqual([]);
  });

  test('a budget of its own comes before the default', () => {
    const rules = finds({ default: { EUR: '20' } });
    const rows = facts({ spend: spending, budgets: [budget(9_900)] });

    expect(nightOf(nightsOver(rows, rules, NIGHTS)).budgets[0]).toMatchObject({ budget: 9_900 });
  });
});

describe('another currency', () => {
  const dollars = everyDay('2026-03-01', '2026-04-30', 100, { currency: 'USD' });

  test('of the budget is found, and nothing is converted', () => {
    const rows = facts({ spend: dollars, budgets: [budget(50)] });
    const nights = nightsOver(rows, finds({ thresholds: [1] }), ['2026-03-01', '2026-03-31']);

    expect(toldIn(nights)).toEqual(['03-01 currency-mismatch budget']);
    expect(becauseIn(nights)).toEqual([
      'the budget is in EUR and 1.00 USD was spent in 2026-03: currencies are not converted; a budget is proposed once a whole month is closed',
    ]);
    expect(nightOf(nights).budgets).toMatchObject([{ currency: 'EUR', spent: 0 }]);
  });

  test('of the credit limit is found, and nothing is converted', () => {
    const rows = facts({
      spend: dollars,
      budgets: [budget(1, { currency: 'USD' })],
      customer: { creditLimitMinorUnits: 10 },
    });
    const rules = tellsOnly({ exposure: { thresholds: [1] } });
    const nights = nightsOver(rows, rules, ['2026-03-01', '2026-03-31']);

    expect(toldIn(nights)).toEqual(['03-01 currency-mismatch credit limit']);
    expect(nightOf(nights).exposure).toMatchObject([
      { currency: 'EUR', total: 0, limit: 10 },
      { currency: 'USD', uninvoiced: 3_100 },
    ]);
  });
});
