import { describe, expect, test } from 'vitest';
import { budget, facts } from '../../builders.ts';
import { becauseIn, everyDay, nightsOver, tellsOnly, toldIn } from './spend-nights.ts';

const pace = (points: readonly number[] = [15], fromDay = 5) =>
  tellsOnly({ budgets: { pace: { points, fromDay } } });

/** Since February, so that March is a whole month; then so much a day. */
const since = (amount: number, before = 1) =>
  everyDay('2026-02-01', '2026-03-31', (date) => (date < '2026-03-01' ? before : amount));

const APRIL_ON = ['2026-03-01', '2026-03-31'] as const;

describe('spend ahead of the month', () => {
  test.each([
    { amount: 100, limit: 3_100, told: [], because: 'on plan' },
    // After 5 of 31 days (16.129 %), 31.129 % would be 15 points ahead.
    { amount: 623, limit: 10_000, told: ['03-06 budget-pace 15'], because: '15.02 points ahead' },
    { amount: 622, limit: 10_000, told: ['03-07 budget-pace 15'], because: '14.97 is not more' },
  ])('$amount a day of $limit: $because', ({ amount, limit, told }) => {
    const rows = facts({ spend: since(amount), budgets: [budget(limit)] });

    expect(toldIn(nightsOver(rows, pace(), APRIL_ON))).toEqual(told);
  });

  test.each([
    { fromDay: 5, told: '03-06 budget-pace 15' },
    { fromDay: 4, told: '03-05 budget-pace 15' },
  ])('is told from day $fromDay, the night after it', ({ fromDay, told }) => {
    const rows = facts({ spend: since(1_000), budgets: [budget(10_000)] });

    expect(toldIn(nightsOver(rows, pace([15], fromDay), APRIL_ON))).toEqual([told]);
  });

  test('tells the highest of several, each once', () => {
    const rows = facts({ spend: since(500), budgets: [budget(10_000)] });

    expect(toldIn(nightsOver(rows, pace([5, 10, 20]), APRIL_ON))).toEqual([
      '03-06 budget-pace 5',
      '03-07 budget-pace 10',
      '03-13 budget-pace 20',
    ]);
  });

  test('counts a first month from its first day with data', () => {
    const spend = everyDay('2026-03-22', '2026-03-31', 200);
    const budgets = [budget(1_400)];
    const rows = facts({ spend, budgets });
    const sooner = facts({
      spend: [...everyDay('2026-02-01', '2026-02-01', 1), ...spend],
      budgets,
    });
    const late = ['2026-03-20', '2026-03-31'] as const;

    // 1,000 of 1,400 after 5 of 10 days, or after 26 of 31.
    expect(toldIn(nightsOver(rows, pace(), late))).toEqual(['03-27 budget-pace 15']);
    expect(toldIn(nightsOver(sooner, pace(), late))).toEqual([]);
  });

  test('says how far both have come', () => {
    const rows = facts({ spend: since(623), budgets: [budget(10_000)] });

    expect(becauseIn(nightsOver(rows, pace(), APRIL_ON))).toEqual([
      '31.2 % of the 2026-03 budget of 100.00 EUR is spent after 5 of 31 days (16.1 %): more than 15 points ahead',
    ]);
  });

  test.each([
    { limit: 10_000, forecast: [100], says: 'budget-forecast', because: 'the forecast says more' },
    { limit: 100, forecast: [], says: undefined, because: 'a spent budget says more' },
  ])('is not told where $because', ({ limit, forecast, says }) => {
    const rules = tellsOnly({ budgets: { forecastThresholds: forecast, pace: { points: [15] } } });
    const rows = facts({ spend: since(900, 900), budgets: [budget(limit)] });

    expect(toldIn(nightsOver(rows, rules, APRIL_ON)).map((each) => each.split(' ')[1])).toEqual(
      says === undefined ? [] : [says],
    );
  });
});
