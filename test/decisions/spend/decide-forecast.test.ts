import { describe, expect, test } from 'vitest';
import { budget, facts } from '../../builders.ts';
import { becauseIn, everyDay, nightOf, nightsOver, tellsOnly, toldIn } from './spend-nights.ts';

const forecasts = (over: Record<string, unknown> = {}) =>
  tellsOnly({ budgets: { forecastThresholds: [100], ...over } });

/** 100 a day since the first of February: March ends at 3,100. */
const even = everyDay('2026-02-01', '2026-03-31', 100);
const MARCH = ['2026-03-01', '2026-03-31'] as const;

describe('a forecast against the budget', () => {
  test.each([
    { limit: 2_900, told: ['03-04 budget-forecast 100'], because: 'by 7 % it is told at once' },
    {
      limit: 2_953,
      told: ['03-05 budget-forecast 100'],
      because: 'by less than 5 % a night later',
    },
    { limit: 3_100, told: ['03-05 budget-forecast 100'], because: 'the budget itself is reached' },
    { limit: 3_101, told: [], because: 'a cent less is not' },
  ])('of $limit tells $told: $because', ({ limit, told }) => {
    const rows = facts({ spend: even, budgets: [budget(limit)] });

    expect(toldIn(nightsOver(rows, forecasts(), MARCH))).toEqual(told);
  });

  test.each([
    { rules: { forecast: { fromDay: 3 } }, told: ['03-04 budget-forecast 100'], known: 3 },
    { rules: { forecast: { fromDay: 6 } }, told: ['03-06 budget-forecast 100'], known: 5 },
  ])('is told with $known whole days known, from the day the policy says', ({ rules, told }) => {
    const rows = facts({ spend: even, budgets: [budget(1_000)] });

    expect(toldIn(nightsOver(rows, forecasts(rules), MARCH)).slice(0, 1)).toEqual(told);
  });

  test.each([
    { night: '2026-03-02', because: 'on day 2 two days are known' },
    { night: '2026-03-03', because: 'on day 3 three are' },
  ])('$night, where days are whole at once: $because', ({ night }) => {
    const rules = tellsOnly({
      budgets: { forecastThresholds: [100] },
      anomalies: { completeAfterDays: 0 },
    });
    const rows = facts({ spend: even, budgets: [budget(1_000)] });

    expect(toldIn(nightsOver(rows, rules, [night, night]))).toEqual(
      night === '2026-03-03' ? ['03-03 budget-forecast 100'] : [],
    );
  });

  test('of several thresholds the highest is told, each once', () => {
    const rows = facts({ spend: even, budgets: [budget(1_400)] });
    const rules = forecasts({ forecastThresholds: [80, 100, 200] });

    expect(toldIn(nightsOver(rows, rules, MARCH))).toEqual(['03-04 budget-forecast 200']);
  });

  test('one night above and one below is no news', () => {
    const spend = everyDay('2026-02-01', '2026-03-31', (date) =>
      date === '2026-03-03' ? 210 : 98,
    );
    const rows = facts({ spend, budgets: [budget(3_850)] });

    expect(toldIn(nightsOver(rows, forecasts(), MARCH))).toEqual([]);
  });

  test('what was spent already needs no forecast', () => {
    const spend = everyDay('2026-02-01', '2026-03-31', (date) =>
      date === '2026-03-01' ? 900 : 10,
    );
    const rows = facts({ spend, budgets: [budget(900)] });

    expect(toldIn(nightsOver(rows, forecasts(), MARCH))).toEqual([]);
  });

  test('a raised budget arms it again, and one that returns stays told', () => {
    const growing = everyDay('2026-02-01', '2026-03-31', (date) =>
      date < '2026-03-13' ? 100 : 400,
    );
    const limitOn = (asOf: string): number => {
      if (asOf >= '2026-03-20') return 2_500;
      return asOf < '2026-03-10' ? 2_500 : 4_000;
    };
    const rows = (asOf: string) => facts({ spend: growing, budgets: [budget(limitOn(asOf))] });

    expect(toldIn(nightsOver(rows, forecasts(), MARCH))).toEqual([
      '03-04 budget-forecast 100',
      '03-14 budget-forecast 100',
    ]);
  });

  test('the next month starts over', () => {
    const spend = everyDay('2026-02-01', '2026-04-30', 100);
    const rows = facts({ spend, budgets: [budget(1_000)] });

    expect(toldIn(nightsOver(rows, forecasts(), ['2026-03-30', '2026-04-05']))).toEqual([
      '04-04 budget-forecast 100',
    ]);
  });

  test('says the range, what is spent, and how good the last ones were', () => {
    const spend = everyDay('2026-01-01', '2026-03-31', 100);
    const rows = facts({ spend, budgets: [budget(2_000)] });
    const nights = nightsOver(rows, forecasts(), ['2026-02-01', '2026-03-04']);

    expect(becauseIn(nights).at(-1)).toMatch(
      /^2026-03 is forecast to end at 31.00 EUR \(.* EUR to .* EUR\), 155 % of the budget of 20.00 EUR, of which 4.00 EUR is spent and the threshold is 100 %; an early estimate$/,
    );
    const later = nightsOver(rows, forecasts(), ['2026-02-01', '2026-03-08']);
    expect(nightOf(later).budgets[0]).toMatchObject({ forecast: 3_100, lastError: 0 });
  });
});

describe('a forecast that was told', () => {
  /** Doubled until the 5th, then next to nothing. */
  const spend = everyDay('2026-02-01', '2026-03-31', (date) => {
    if (date < '2026-03-01') return 100;
    return date <= '2026-03-05' ? 200 : 20;
  });
  const rows = facts({ spend, budgets: [budget(3_000)] });

  test('and recedes is told to have receded, once, and is not unsaid', () => {
    const nights = nightsOver(rows, forecasts(), MARCH);
    const told = toldIn(nights).map((each) => each.slice(6));

    expect(told).toEqual(['budget-forecast 100', 'forecast-receded 100']);
    expect(nightOf(nights).budgets[0]).toMatchObject({ forecastTold: 100, hasReceded: true });
    expect(nights.flatMap(({ events }) => events.map(({ kind }) => kind))).toEqual([
      'budget-forecast',
      'forecast-receded',
    ]);
  });

  test('recedes by the margin, not by a cent', () => {
    const slowing = everyDay('2026-02-01', '2026-03-31', (date) =>
      date < '2026-03-06' ? 106 : 98,
    );
    const barely = facts({ spend: slowing, budgets: [budget(3_100)] });

    expect(toldIn(nightsOver(barely, forecasts(), MARCH))).toEqual(['03-04 budget-forecast 100']);
  });
});

test('an estimate on data that are stale is not told, and one on fresh data is', () => {
  const stale = { holdStages: 'source files is 3 days old' };
  const late = facts({
    spend: everyDay('2026-02-01', '2026-03-06', 100),
    budgets: [budget(1_000)],
  });
  const fresh = facts({ spend: even, budgets: [budget(1_000)] });
  const on = ['2026-03-09', '2026-03-09'] as const;

  expect(toldIn(nightsOver(late, forecasts(), on, undefined, stale))).toEqual([]);
  expect(toldIn(nightsOver(late, forecasts(), on))).toEqual(['03-09 budget-forecast 100']);
  expect(toldIn(nightsOver(fresh, forecasts(), on, undefined, stale))).toEqual([
    '03-09 budget-forecast 100',
  ]);
});
