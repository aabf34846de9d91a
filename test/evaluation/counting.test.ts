import { describe, expect, test } from 'vitest';
import { accountsOf } from '../../shared/evaluation/accounts.ts';
import { countingOf } from '../../shared/evaluation/counting.ts';
import { inForce } from '../../shared/evaluation/in-force.ts';
import { dayNumber } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { DunningPolicy } from '../../shared/policy/dunning-policy.ts';
import { arrangement, day, facts, invoice, payment } from '../builders.ts';

const asOf = day('2026-03-20');
const older = invoice({ invoiceId: 'OLD', dueOn: '2026-03-01', issuedOn: '2026-02-20' });
const younger = invoice({ invoiceId: 'NEW', dueOn: '2026-03-10', issuedOn: '2026-02-10' });
const unapplied = (minorUnits: number) => payment({ invoiceId: undefined, minorUnits });

function counting(rows: Partial<CustomerFacts>, knobs: object = {}) {
  const seen = facts({ invoices: [younger, older], ...rows });
  const [account] = accountsOf(seen, asOf);
  if (account === undefined) return {};
  const disputes = inForce('dispute', seen.arrangements, asOf);
  const { invoices } = countingOf(account, disputes, DunningPolicy.parse(knobs), dayNumber(asOf));
  return Object.fromEntries(invoices.map(({ invoiceId, amount }) => [invoiceId, amount]));
}

describe('countingOf', () => {
  test.each([
    { because: 'everything open counts', rows: {}, is: { OLD: 10_000, NEW: 10_000 } },
    {
      because: 'unapplied money reduces the oldest first',
      rows: { payments: [unapplied(12_000)] },
      is: { NEW: 8_000 },
    },
    {
      because: 'unless the policy ignores it',
      rows: { payments: [unapplied(12_000)] },
      knobs: { credits: 'ignore' },
      is: { OLD: 10_000, NEW: 10_000 },
    },
    {
      because: 'oldest is by the date the policy counts from',
      rows: { payments: [unapplied(4_000)] },
      knobs: { basis: 'invoice-date' },
      is: { OLD: 10_000, NEW: 6_000 },
    },
    {
      because: 'a refund owed by nobody in particular adds to no invoice',
      rows: { payments: [unapplied(-4_000)] },
      is: { OLD: 10_000, NEW: 10_000 },
    },
    {
      because: 'what is open by the tolerance does not count',
      rows: { payments: [unapplied(9_990)] },
      knobs: { tolerance: { EUR: '0.10' } },
      is: { NEW: 10_000 },
    },
    {
      because: 'a cent more does',
      rows: { payments: [unapplied(9_989)] },
      knobs: { tolerance: { EUR: '0.10' } },
      is: { OLD: 11, NEW: 10_000 },
    },
    {
      because: 'the tolerance of another currency is not ours',
      rows: { payments: [unapplied(9_999)] },
      knobs: { tolerance: { USD: '0.10' } },
      is: { OLD: 1, NEW: 10_000 },
    },
    {
      because: 'a disputed invoice does not count',
      rows: { arrangements: [arrangement('dispute', { invoiceId: 'OLD' })] },
      is: { NEW: 10_000 },
    },
    {
      because: 'of a dispute over an amount the rest counts',
      rows: { arrangements: [arrangement('dispute', { invoiceId: 'OLD', minorUnits: 9_000 })] },
      is: { OLD: 1_000, NEW: 10_000 },
    },
    {
      because: 'a dispute with the customer is about everything',
      rows: { arrangements: [arrangement('dispute')] },
      is: {},
    },
    {
      because: 'credit is not used up by what is disputed',
      rows: {
        payments: [unapplied(4_000)],
        arrangements: [arrangement('dispute', { invoiceId: 'OLD' })],
      },
      is: { NEW: 6_000 },
    },
    {
      because: 'what is written off does not count',
      rows: { arrangements: [arrangement('write-off', { invoiceId: 'OLD' })] },
      is: { NEW: 10_000 },
    },
  ])('$because', ({ rows, knobs, is }) => {
    expect(counting(rows, knobs)).toEqual(is);
  });
});
