import { describe, expect, test } from 'vitest';
import { countBackDays } from '../../shared/evaluation/count-back.ts';
import { type MetricParts, noParts } from '../../shared/evaluation/metric-parts.ts';
import { metricsOf } from '../../shared/evaluation/metrics.ts';

const sales = (...newestFirst: number[]): number[] =>
  noParts().sales.map((_, month) => newestFirst[month] ?? 0);

const parts = (over: Partial<MetricParts>): MetricParts => ({ ...noParts(), ...over });

const figureOf = (name: string, of: MetricParts): number | undefined =>
  metricsOf(of).find((each) => each.name === name)?.value;

describe('countBackDays', () => {
  test.each([
    { open: 212, of: [100, 80, 70], days: 73.7, because: 'two months, and 32/70 of a third' },
    { open: 100, of: [100, 80, 70], days: 30, because: 'exactly the newest month' },
    { open: 250, of: [100, 80, 70], days: 90, because: 'exactly all of them' },
    { open: 251, of: [100, 80, 70], days: undefined, because: 'it reaches further back' },
    { open: 0, of: [100], days: 0, because: 'nothing is open' },
    { open: -5, of: [100], days: 0, because: 'they have credit' },
    { open: 50, of: [0, 100], days: 45, because: 'a month without sales passes' },
    { open: 50, of: [-20, 100], days: 45, because: 'a month of credit notes covers nothing' },
    { open: 50, of: [0, 0], days: undefined, because: 'there are no sales' },
    { open: 0, of: [], days: undefined, because: 'there are no sales' },
  ])('$open open after sales of $of is $days days: $because', ({ open, of, days }) => {
    const counted = countBackDays(open, of);

    expect(counted && Math.round(counted * 10) / 10).toBe(days);
  });
});

describe('metricsOf', () => {
  const quarter = parts({
    current: 120_000,
    overdue: 100_000,
    unapplied: 8_000,
    sales: sales(100_000, 80_000, 70_000, 500_000),
    opening: 150_000,
    paidInvoices: 4,
    delayDays: 10,
    daysToPay: 130,
  });

  test.each([
    { name: 'DSO', value: 76.32, because: '212 ÷ 250 × 90' },
    { name: 'count-back DSO', value: 73.71, because: '30 + 30 + 32 ÷ 70 × 30' },
    { name: 'best possible DSO', value: 43.2, because: '120 ÷ 250 × 90' },
    { name: 'average days delinquent', value: 33.12, because: '(100 − 8) ÷ 250 × 90' },
    {
      name: 'collection effectiveness index',
      value: 67.14,
      because: '(150 + 250 − 212) ÷ (150 + 250 − 120)',
    },
    { name: 'average delay', value: 2.5, because: '10 days over 4 invoices' },
    { name: 'average days to pay', value: 32.5, because: '130 days over 4 invoices' },
  ])('$name is $value: $because', ({ name, value }) => {
    expect(figureOf(name, quarter)).toBeCloseTo(value, 2);
  });

  test('average days delinquent is DSO less best possible DSO', () => {
    const [dso = 0, best = 0] = ['DSO', 'best possible DSO'].map((name) => figureOf(name, quarter));

    expect(figureOf('average days delinquent', quarter)).toBeCloseTo(dso - best, 9);
  });

  test('100 opening, 1,000 sold, 120 closing of which 100 current is effectiveness of 98 %', () => {
    const year = parts({ opening: 100, sales: sales(400, 300, 300), current: 100, overdue: 20 });

    expect(figureOf('collection effectiveness index', year)).toBe(98);
  });

  test('writing off collects nothing', () => {
    const before = parts({ opening: 100, current: 0, overdue: 40 });
    const after = parts({ opening: 100, current: 0, overdue: 0, writtenOff: 40 });

    expect(figureOf('collection effectiveness index', before)).toBe(60);
    expect(figureOf('collection effectiveness index', after)).toBe(60);
  });

  test('without sales and payments no metric has a value', () => {
    expect(metricsOf(noParts()).map(({ value }) => value)).toEqual(Array(7).fill(undefined));
  });

  test('receivables without sales have no days', () => {
    const old = parts({ overdue: 100_000, unapplied: 0, opening: 100_000 });

    expect(figureOf('DSO', old)).toBeUndefined();
    expect(figureOf('count-back DSO', old)).toBeUndefined();
    expect(figureOf('collection effectiveness index', old)).toBe(0);
  });

  test('credit beyond what is owed is no negative DSO', () => {
    const credit = parts({ unapplied: 500, sales: sales(100) });

    expect(figureOf('DSO', credit)).toBe(0);
    expect(figureOf('average days delinquent', credit)).toBe(0);
  });

  test('every definition says what its figure is divided by or counted in', () => {
    for (const { definition } of metricsOf(noParts()))
      expect(definition).toMatch(/last (3|12) months/);
  });
});
