import { describe, expect, test } from 'vitest';
import { budget, facts } from '../../builders.ts';
import { everyDay, lastOf, nightOf, nightsOver, tellsOnly } from './spend-nights.ts';

const silent = tellsOnly({});
const spend = everyDay('2026-01-01', '2026-04-30', (date) => (date < '2026-02-15' ? 100 : 200));
const rows = facts({ spend, budgets: [budget(5_000)] });
const memoryAfter = (from: string, through: string, of = rows) =>
  lastOf(nightsOver(of, silent, [from, through])).next.spend?.forecasts?.['EUR'];

describe('the record of forecasts', () => {
  test('keeps this month and last, night by night, and no more', () => {
    const memory = memoryAfter('2026-01-01', '2026-04-30');

    expect(memory?.records.map(({ madeOn }) => madeOn)).toEqual(
      everyDay('2026-04-04', '2026-04-30', 1).map(({ date }) => date),
    );
    expect(new Set(memory?.scores.map(({ month }) => month))).toEqual(new Set(['2026-03']));
  });

  test.each([
    { night: '2026-03-05', scored: 0, open: 25, because: 'on day 5 February is still open' },
    { night: '2026-03-06', scored: 25, open: 0, because: 'on day 6 it is closed and scored' },
  ])('$because', ({ night, scored, open }) => {
    const memory = memoryAfter('2026-02-01', night);

    expect(memory?.scores).toHaveLength(scored);
    expect(memory?.records.filter(({ month }) => month === '2026-02')).toHaveLength(open);
  });

  test('a month that turned out otherwise shows by how much, beside the next forecast', () => {
    const nights = nightsOver(rows, silent, ['2026-02-01', '2026-03-11']);
    const [budgets] = nightOf(nights).budgets;

    // February was 1,400 and 2,800, and until the 15th looked like 2,800 in all.
    expect(budgets?.lastError).toBe(33.3);
    expect(budgets?.forecast).toBeCloseTo(6_200, -1);
  });

  test('a month with a day missing has no known cost, and is not scored', () => {
    const gap = facts({ spend: spend.filter(({ date }) => date !== '2026-02-10') });
    const memory = memoryAfter('2026-02-01', '2026-03-20', gap);

    expect(memory?.scores).toEqual([]);
    expect(memoryAfter('2026-02-01', '2026-04-01', gap)?.records[0]?.month).toBe('2026-03');
  });

  test('a night run again replaces its forecast', () => {
    const once = lastOf(nightsOver(rows, silent, ['2026-02-10', '2026-02-12']));
    const again = lastOf(nightsOver(rows, silent, ['2026-02-12', '2026-02-12'], once.next));

    expect(again.next).toEqual(once.next);
  });

  test('a customer that has stopped is forgotten', () => {
    const stopped = facts({ spend: everyDay('2026-01-01', '2026-02-10', 100) });

    expect(memoryAfter('2026-02-01', '2026-03-31', stopped)).toBeDefined();
    expect(memoryAfter('2026-02-01', '2026-04-02', stopped)).toBeUndefined();
  });
});

test.each([
  { year: '2024', days: 29 },
  { year: '2026', days: 28 },
])('February $year is forecast over its $days days', ({ year, days }) => {
  const even = everyDay(`${year}-01-01`, `${year}-02-28`, 100);
  const nights = nightsOver(facts({ spend: even, budgets: [budget(1)] }), silent, [
    `${year}-02-20`,
    `${year}-02-20`,
  ]);

  expect(nightOf(nights).budgets[0]?.forecast).toBe(days * 100);
});
