import { describe, expect, test } from 'vitest';
import { facts, invoice, payment } from '../../builders.ts';
import { becauseIn, everyDay, nightsOver, tellsOnly, toldIn } from './spend-nights.ts';

const flagged = tellsOnly({ exposure: { newCustomerDays: 60 } });
const spend = everyDay('2026-03-10', '2026-06-30', 100);
const SPRING = ['2026-03-08', '2026-06-30'] as const;

describe('usage before the first payment', () => {
  test('of a new customer is flagged once, on its first day', () => {
    const nights = nightsOver(facts({ spend }), flagged, SPRING);

    expect(toldIn(nights)).toEqual(['03-10 first-usage']);
    expect(becauseIn(nights)).toEqual([
      '1.00 EUR was spent since 2026-03-10 and nothing was ever paid: check who this is, and ask for payment before more is used',
    ]);
  });

  test.each([
    {
      rows: { payments: [payment({ paidOn: '2026-03-09', invoiceId: undefined })] },
      because: 'who has paid has paid',
    },
    {
      rows: { invoices: [invoice({ issuedOn: '2026-01-08' })] },
      because: 'who was invoiced more than 60 days ago is not new',
    },
    {
      rows: { customer: { isUnowned: true } },
      because: 'who is in nobody’s books is told of as such',
    },
    { rows: { spend: everyDay('2026-03-10', '2026-06-30', 0) }, because: 'nothing was used' },
  ])('is no news: $because', ({ rows }) => {
    expect(toldIn(nightsOver(facts({ spend, ...rows }), flagged, SPRING))).toEqual([]);
  });

  test.each([
    {
      rows: { invoices: [invoice({ issuedOn: '2026-01-09' })] },
      because: 'an invoice of 60 days ago is new',
    },
    {
      rows: {
        payments: [payment({ paidOn: '2026-03-09', minorUnits: -100, invoiceId: undefined })],
      },
      because: 'a refund is no payment',
    },
  ])('is news: $because', ({ rows }) => {
    expect(toldIn(nightsOver(facts({ spend, ...rows }), flagged, SPRING))).toHaveLength(1);
  });

  test('is not said of stale data, nor where the policy does not ask', () => {
    const stale = { holdStages: 'source files has shrunk' };

    expect(toldIn(nightsOver(facts({ spend }), flagged, SPRING, undefined, stale))).toEqual([]);
    expect(toldIn(nightsOver(facts({ spend }), tellsOnly({}), SPRING))).toEqual([]);
  });
});
