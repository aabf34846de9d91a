import { describe, expect, test } from 'vitest';
import type { CustomerFacts } from '../../../shared/ledger/customer-facts.ts';
import { arrangement, facts, invoice, payment, policy } from '../../builders.ts';
import { becauseOf, lastNight } from '../nights.ts';

const because = (night: string, rows: Partial<CustomerFacts>, ladder: object = {}) =>
  becauseOf(
    lastNight(
      facts({ invoices: [invoice()], ...rows }),
      policy({ stages: [{ name: 'reminder', afterDays: 3 }], ...ladder }),
      [night],
    ),
  );
const reminder = (over: object) => ({ stages: [{ name: 'reminder', afterDays: 3, ...over }] });
const unapplied = payment({ invoiceId: undefined, minorUnits: 10_000, paidOn: '2026-03-01' });

describe('a decision says why', () => {
  test.each([
    { rows: { payments: [payment({ minorUnits: 10_000 })] }, is: 'nothing is open' },
    { night: '2026-03-01', is: 'nothing is overdue' },
    {
      night: '2026-03-03',
      is: 'within grace: oldest overdue invoice INV-1 is 2 days past due and reminder starts at 3',
    },
    { is: 'oldest overdue invoice INV-1 is 11 days past due and reminder starts at 3' },
    {
      ladder: { boundary: 'strict' },
      is: 'oldest overdue invoice INV-1 is 11 days past due and reminder starts after 3',
    },
    {
      ladder: { basis: 'invoice-date' },
      is: 'oldest open invoice INV-1 was issued 39 days ago and reminder starts at 3',
    },
    {
      ladder: reminder({ endOfMonth: true }),
      is: 'within grace: oldest overdue invoice INV-1 is 11 days past due and reminder starts on 2026-03-31, by the end of the month',
    },
    {
      night: '2026-02-27',
      ladder: reminder({ afterDays: -5 }),
      is: 'oldest open invoice INV-1 is due in 2 days and reminder starts at 5 days before',
    },
    {
      night: '2026-03-01',
      ladder: reminder({ afterDays: -5 }),
      is: 'oldest open invoice INV-1 is due today and reminder starts at 5 days before',
    },
    {
      ladder: reminder({ when: { overdueAtLeast: { EUR: '500' } } }),
      is: 'oldest overdue invoice INV-1 is 11 days past due but reminder needs 500.00 EUR overdue and 100.00 EUR is',
    },
    {
      ladder: reminder({ when: { overdueInvoicesAtLeast: 2 } }),
      is: 'oldest overdue invoice INV-1 is 11 days past due but reminder needs 2 invoices overdue and there is 1',
    },
    {
      ladder: reminder({ when: { tags: ['key'] } }),
      is: 'oldest overdue invoice INV-1 is 11 days past due but reminder is for customers tagged key',
    },
    {
      ladder: { stages: [] },
      is: 'oldest overdue invoice INV-1 is 11 days past due and the policy has no stages',
    },
    {
      rows: { arrangements: [arrangement('dispute')] },
      is: 'nothing overdue counts: 100.00 EUR is disputed',
    },
    {
      rows: { payments: [unapplied] },
      is: 'nothing overdue counts: unapplied credit covers 100.00 EUR',
    },
    {
      rows: { payments: [payment({ minorUnits: 9_995 })] },
      ladder: { tolerance: { EUR: '0.05' } },
      is: 'nothing overdue counts: 0.05 EUR is within tolerance',
    },
    {
      night: '2026-03-03',
      rows: { arrangements: [arrangement('hold', { from: '2026-03-02' })] },
      is: 'on hold since 2026-03-02',
    },
    {
      night: '2026-03-01',
      rows: { arrangements: [arrangement('hold', { from: '2026-02-20' })] },
      is: 'nothing is overdue',
    },
    {
      rows: { arrangements: [arrangement('hold', { from: '2026-03-02', until: '2026-03-06' })] },
      is: 'oldest overdue invoice INV-1 is 11 days past due of which 4 on hold and reminder starts at 3',
    },
  ])('$is', ({ night = '2026-03-12', rows = {}, ladder, is }) => {
    expect(because(night, rows, ladder)).toBe(is);
  });

  test('coming down, it names the stage left and what remains', () => {
    const rows = facts({
      invoices: [invoice(), invoice({ invoiceId: 'INV-2', dueOn: '2026-03-10' })],
      payments: [payment({ minorUnits: 10_000, paidOn: '2026-03-12' })],
    });
    const ladder = policy({ stages: [{ name: 'reminder', afterDays: 3 }] });

    expect(becauseOf(lastNight(rows, ladder, ['2026-03-11', '2026-03-12']))).toBe(
      'no longer at reminder: within grace: oldest overdue invoice INV-2 is 2 days past due and reminder starts at 3',
    );
  });

  test('of a stage that follows on another it counts from that one', () => {
    const ladder = policy({
      stages: [
        { name: 'reminder', afterDays: 3 },
        { name: 'second', afterDays: 7, since: 'previous-stage' },
      ],
    });
    const rows = facts({ invoices: [invoice()] });

    expect(becauseOf(lastNight(rows, ladder, ['2026-03-10', '2026-03-18']))).toBe(
      'oldest overdue invoice INV-1 is 17 days past due, reminder was entered 8 days ago and second follows after 7',
    );
  });
});
