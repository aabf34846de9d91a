import { describe, expect, test } from 'vitest';
import { arrangement, budget, facts, invoice, payment, policy, spend } from '../builders.ts';
import { lastNight } from './nights.ts';

const ladder = policy({ stages: [{ name: 'reminder', afterDays: 3 }] });

describe('decideCustomer', () => {
  test('a night shows what is open, overdue and unapplied, disputed or not', () => {
    const rows = facts({
      invoices: [invoice(), invoice({ invoiceId: 'INV-2', dueOn: '2026-04-01', minorUnits: 700 })],
      payments: [payment({ invoiceId: undefined, minorUnits: 300 })],
      arrangements: [arrangement('dispute', { invoiceId: 'INV-1' })],
    });
    const { night, invoices } = lastNight(rows, ladder, ['2026-03-10']);

    expect(night.accounts).toEqual([
      {
        currency: 'EUR',
        aging: { current: 700, '1-30': 10_000, '31-60': 0, '61-90': 0, 'over-90': 0 },
        open: 10_400,
        overdue: 10_000,
        unapplied: 300,
        because: 'nothing overdue counts: 100.00 EUR is disputed',
        reason: [
          { key: 'nothing-counts', currency: 'EUR', disputed: 10_000, covered: 0, tolerated: 0 },
        ],
        daysPastDue: 0,
      },
    ]);
    expect(invoices).toEqual([
      { invoiceId: 'INV-1', currency: 'EUR', open: 10_000, daysPastDue: 9, stage: undefined },
      { invoiceId: 'INV-2', currency: 'EUR', open: 700, daysPastDue: -22, stage: undefined },
    ]);
  });

  test.each([
    { night: '2026-03-01', overdue: 0, daysPastDue: 0 },
    { night: '2026-03-02', overdue: 10_000, daysPastDue: 1 },
  ])('on $night, $overdue is overdue by $daysPastDue days', ({ night, overdue, daysPastDue }) => {
    const decided = lastNight(facts({ invoices: [invoice()] }), ladder, [night]);

    expect(decided.night.accounts[0]).toMatchObject({ overdue, daysPastDue });
  });

  test('a night sees nothing of the days after it', () => {
    const rows = facts({
      invoices: [invoice(), invoice({ invoiceId: 'INV-2', issuedOn: '2026-03-11' })],
      payments: [payment({ paidOn: '2026-03-11', minorUnits: 10_000 })],
      spend: [spend('2026-03-11', 500)],
      budgets: [budget(1_000)],
      arrangements: [arrangement('write-off', { from: '2026-03-11' })],
    });
    const { night } = lastNight(rows, ladder, ['2026-03-10']);

    expect(night.accounts[0]).toMatchObject({ open: 10_000, stage: 'reminder' });
    expect(night.budgets[0]).toMatchObject({ spent: 0, percent: 0 });
  });

  test('currencies stand apart, in alphabetical order', () => {
    const rows = facts({
      invoices: [
        invoice({ currency: 'USD' }),
        invoice({ invoiceId: 'INV-2', currency: 'EUR', dueOn: '2026-04-01' }),
      ],
    });
    const { night } = lastNight(rows, ladder, ['2026-03-10']);

    expect(night.accounts.map(({ currency, stage }) => `${currency} ${stage}`)).toEqual([
      'EUR undefined',
      'USD reminder',
    ]);
  });
});
