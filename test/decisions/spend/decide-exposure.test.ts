import { describe, expect, test } from 'vitest';
import { facts, invoice, payment } from '../../builders.ts';
import { becauseIn, everyDay, nightOf, nightsOver, tellsOnly, toldIn } from './spend-nights.ts';

const limits = (over: Record<string, unknown> = {}) =>
  tellsOnly({ exposure: { thresholds: [80, 100], ...over } });
const owing = (minorUnits: number, over: object = {}) =>
  facts({
    invoices: [invoice({ minorUnits, dueOn: '2026-03-31' })],
    customer: { creditLimitMinorUnits: 10_000 },
    ...over,
  });
const NIGHT = ['2026-03-17', '2026-03-17'] as const;

describe('exposure', () => {
  test('is what is overdue, not due yet, not invoiced yet and still to come', () => {
    const rows = facts({
      invoices: [
        invoice({ minorUnits: 1_000, dueOn: '2026-03-01' }),
        invoice({ invoiceId: 'INV-2', minorUnits: 200, dueOn: '2026-03-31' }),
      ],
      payments: [payment({ invoiceId: undefined, minorUnits: 70 })],
      spend: everyDay('2026-02-01', '2026-03-17', 10),
      customer: { creditLimitMinorUnits: 10_000 },
    });

    // February was not invoiced: no invoice is of March.
    expect(nightOf(nightsOver(rows, limits(), NIGHT)).exposure).toEqual([
      {
        currency: 'EUR',
        overdue: 1_000,
        notDue: 200,
        uninvoiced: 280 + 170,
        forecastRemainder: 140,
        total: 1_790,
        limit: 10_000,
        percent: 17.9,
      },
    ]);
  });

  test('is known without a limit, and alerts nobody', () => {
    const rows = owing(90_000, { customer: {}, spend: everyDay('2026-03-01', '2026-03-17', 10) });
    const nights = nightsOver(rows, limits(), NIGHT);

    expect(nightOf(nights).exposure?.[0]?.total).toBe(90_000 + 310);
    expect(toldIn(nights)).toEqual([]);
  });

  test('of who neither spends nor has a limit is not worked out', () => {
    expect(
      nightOf(nightsOver(owing(90_000, { customer: {} }), limits(), NIGHT)).exposure,
    ).toBeUndefined();
  });

  test('against a limit of nothing is against none', () => {
    const rows = owing(90_000, { customer: { creditLimitMinorUnits: 0 } });

    expect(toldIn(nightsOver(rows, limits(), NIGHT))).toEqual([]);
  });
});

describe('a threshold of the credit limit', () => {
  test.each([
    { owed: 7_999, told: [], because: 'a cent below' },
    { owed: 8_000, told: ['03-17 exposure 80'], because: 'reached' },
    { owed: 9_999, told: ['03-17 exposure 80'], because: 'a cent below the next' },
    { owed: 10_000, told: ['03-17 exposure 100'], because: 'the highest of two' },
  ])('at $owed of 10,000: $because', ({ owed, told }) => {
    expect(toldIn(nightsOver(owing(owed), limits(), NIGHT))).toEqual(told);
  });

  test.each([
    { amounts: [8_000, 8_500, 8_000], told: ['03-01 exposure 80'], because: 'it stays reached' },
    {
      amounts: [8_000, 7_500, 8_000],
      told: ['03-01 exposure 80'],
      because: 'five points below is not clearly below',
    },
    {
      amounts: [8_000, 7_499, 8_000],
      told: ['03-01 exposure 80', '03-03 exposure 80'],
      because: 'a cent more is',
    },
    {
      amounts: [10_000, 9_000, 10_000],
      told: ['03-01 exposure 100', '03-03 exposure 100'],
      because: '100 is armed again, 80 is not',
    },
    {
      amounts: [8_000, 10_000, 0, 8_000],
      told: ['03-01 exposure 80', '03-02 exposure 100', '03-04 exposure 80'],
      because: 'all paid arms all',
    },
  ])('over $amounts: $because', ({ amounts, told }) => {
    const rows = (asOf: string) => owing(amounts[Number(asOf.slice(8)) - 1] ?? 0);
    const nights = nightsOver(rows, limits(), ['2026-03-01', `2026-03-0${amounts.length}`]);

    expect(toldIn(nights)).toEqual(told);
    expect(new Set(nights.flatMap(({ night }) => night.notices.map(({ key }) => key))).size).toBe(
      told.length,
    );
  });

  test('waits while data are stale, for a payment may be missing', () => {
    const stale = { holdStages: 'source files is 3 days old' };
    const waited = nightsOver(owing(9_000), limits(), NIGHT, undefined, stale);

    expect(toldIn(waited)).toEqual([]);
    expect(nightOf(waited).exposure).toMatchObject([{ percent: 90, crossed: 80 }]);
    expect(toldIn(nightsOver(owing(9_000), limits(), NIGHT, waited[0]?.next))).toHaveLength(1);
  });

  test('is told to the account manager and the credit controller, with its parts', () => {
    const nights = nightsOver(owing(8_100), limits(), NIGHT);

    expect(nightOf(nights).notices[0]?.tell).toEqual(['account-manager', 'credit-controller']);
    expect(becauseIn(nights)).toEqual([
      'exposure of 81.00 EUR is 81 % of the credit limit of 100.00 EUR and the threshold is 80 %: 0.00 EUR overdue, 81.00 EUR not due yet, 0.00 EUR not invoiced yet, 0.00 EUR forecast to come this month',
    ]);
  });
});
