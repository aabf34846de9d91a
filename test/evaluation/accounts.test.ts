import { describe, expect, test } from 'vitest';
import { accountsOf } from '../../shared/evaluation/accounts.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { arrangement, day, facts, invoice, payment } from '../builders.ts';

const asOf = day('2026-03-20');
const inv1 = invoice();
const inv2 = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-15', minorUnits: 5_000 });
const credit = (over: object) => invoice({ invoiceId: 'CN-1', minorUnits: -3_000, ...over });

const balance = (rows: Partial<CustomerFacts>) =>
  accountsOf(facts(rows), asOf).map(({ currency, invoices, unapplied, writtenOff }) => ({
    currency,
    open: Object.fromEntries(invoices.map(({ invoice, open }) => [invoice.invoiceId, open])),
    unapplied,
    writtenOff,
  }));

const eur = (open: Record<string, number>, unapplied = 0, writtenOff = 0) => [
  { currency: 'EUR', open, unapplied, writtenOff },
];

describe('accountsOf', () => {
  test.each([
    { because: 'an invoice is open in full', rows: {}, is: eur({ 'INV-1': 10_000 }) },
    {
      because: 'a payment reduces its invoice',
      rows: { payments: [payment()] },
      is: eur({ 'INV-1': 6_000 }),
    },
    {
      because: 'what was paid beyond the invoice is unapplied',
      rows: { payments: [payment({ minorUnits: 10_500 })] },
      is: eur({}, 500),
    },
    {
      because: 'a payment without an invoice is unapplied',
      rows: { payments: [payment({ invoiceId: undefined })] },
      is: eur({ 'INV-1': 10_000 }, 4_000),
    },
    {
      because: 'so is one for an invoice nobody knows',
      rows: { payments: [payment({ invoiceId: 'INV-9' })] },
      is: eur({ 'INV-1': 10_000 }, 4_000),
    },
    {
      because: 'a chargeback opens the invoice again',
      rows: {
        payments: [
          payment({ minorUnits: 10_000 }),
          payment({ paymentId: 'PAY-2', minorUnits: -4_000 }),
        ],
      },
      is: eur({ 'INV-1': 4_000 }),
    },
    {
      because: 'a refund beyond what was paid is a negative unapplied amount',
      rows: { payments: [payment({ minorUnits: -700 })] },
      is: eur({ 'INV-1': 10_000 }, -700),
    },
    {
      because: 'a credit note reduces the invoice it names',
      rows: { invoices: [inv1, credit({ appliesTo: 'INV-1' })] },
      is: eur({ 'INV-1': 7_000 }),
    },
    {
      because: 'one that names none is unapplied',
      rows: { invoices: [inv1, credit({})] },
      is: eur({ 'INV-1': 10_000 }, 3_000),
    },
    {
      because: 'paying a credit note out settles it',
      rows: {
        invoices: [inv1, credit({})],
        payments: [payment({ invoiceId: 'CN-1', minorUnits: -3_000 })],
      },
      is: eur({ 'INV-1': 10_000 }),
    },
    {
      because: 'an invoice over nothing is never open',
      rows: { invoices: [invoice({ minorUnits: 0 })] },
      is: eur({}),
    },
  ])('$because', ({ rows, is }) => {
    expect(balance({ invoices: [inv1], ...rows })).toEqual(is);
  });

  test('a payment in another currency is unapplied in its own', () => {
    const rows = { invoices: [inv1], payments: [payment({ currency: 'USD' })] };

    expect(balance(rows)).toEqual([
      ...eur({ 'INV-1': 10_000 }),
      { currency: 'USD', open: {}, unapplied: 4_000, writtenOff: 0 },
    ]);
  });

  test.each([
    {
      because: 'without an amount all of the invoice goes',
      over: { invoiceId: 'INV-1' },
      is: eur({ 'INV-2': 5_000 }, 0, 10_000),
    },
    {
      because: 'with an amount at most that goes',
      over: { invoiceId: 'INV-1', minorUnits: 2_500 },
      is: eur({ 'INV-1': 7_500, 'INV-2': 5_000 }, 0, 2_500),
    },
    {
      because: 'no more than is open goes',
      over: { invoiceId: 'INV-2', minorUnits: 9_000 },
      is: eur({ 'INV-1': 10_000 }, 0, 5_000),
    },
    { because: 'without an invoice everything goes', over: {}, is: eur({}, 0, 15_000) },
    {
      because: 'an amount without an invoice takes the oldest first',
      over: { minorUnits: 12_000 },
      is: eur({ 'INV-2': 3_000 }, 0, 12_000),
    },
    {
      because: 'an amount without an invoice is in its own currency only',
      over: { minorUnits: 12_000, currency: 'USD' },
      is: eur({ 'INV-1': 10_000, 'INV-2': 5_000 }),
    },
    {
      because: 'on its last day it no longer holds',
      over: { until: '2026-03-20' },
      is: eur({ 'INV-1': 10_000, 'INV-2': 5_000 }),
    },
    {
      because: 'the day before it does',
      over: { until: '2026-03-21' },
      is: eur({}, 0, 15_000),
    },
  ])('of what is written off, $because', ({ over, is }) => {
    const arrangements = [arrangement('write-off', over)];

    expect(balance({ invoices: [inv1, inv2], arrangements })).toEqual(is);
  });
});
