import { describe, expect, test } from 'vitest';
import { accountsOf } from '../../shared/evaluation/accounts.ts';
import { countingOf } from '../../shared/evaluation/counting.ts';
import { inForce } from '../../shared/evaluation/in-force.ts';
import { promisesOf } from '../../shared/evaluation/promises.ts';
import { dayNumber } from '../../shared/ledger/calendar-date.ts';
import { type CustomerFacts, factsSeenOn } from '../../shared/ledger/customer-facts.ts';
import { DunningPolicy } from '../../shared/policy/dunning-policy.ts';
import { arrangement, day, facts, invoice, payment } from '../builders.ts';

const overdue = invoice();
const later = invoice({ invoiceId: 'INV-2', dueOn: '2026-03-15' });
const promise = (over: object) => arrangement('promise', { until: '2026-03-20', ...over });
const paidInFull = payment({ minorUnits: 10_000 });

function standings(asOf: string, rows: Partial<CustomerFacts>, toleranceDays = 0) {
  const on = day(asOf);
  const seen = factsSeenOn(facts({ invoices: [overdue, later], ...rows }), on);
  return accountsOf(seen, on).flatMap((account) => {
    const disputes = inForce('dispute', seen.arrangements, on);
    const counting = countingOf(account, disputes, DunningPolicy.parse({}), dayNumber(on));
    return promisesOf(account, counting, seen, toleranceDays, on).map(({ standing }) => standing);
  });
}

describe('promisesOf', () => {
  test.each([
    { until: '2026-03-20', asOf: '2026-03-23', is: ['open'], because: 'three days are tolerated' },
    { until: '2026-03-20', asOf: '2026-03-24', is: ['broken'], because: 'a fourth is not' },
    { until: '2024-02-27', asOf: '2024-03-01', is: ['open'], because: 'a leap day is a day' },
    { until: '2024-02-27', asOf: '2024-03-02', is: ['broken'], because: 'and the third the last' },
    { until: '2025-12-30', asOf: '2026-01-02', is: ['open'], because: 'a year may end in between' },
    { until: '2025-12-30', asOf: '2026-01-03', is: ['broken'], because: 'without more days' },
  ])('by $until with three days of tolerance it is $is on $asOf: $because', (row) => {
    const given = promise({ from: '2024-01-01', until: row.until, minorUnits: 20_000 });

    const invoices = [invoice({ issuedOn: '2023-12-01', dueOn: '2023-12-31' })];

    expect(standings(row.asOf, { invoices, arrangements: [given] }, 3)).toEqual(row.is);
  });

  test.each([
    { asOf: '2026-03-04', is: [], because: 'before it is given there is none' },
    { asOf: '2026-03-05', is: ['open'], because: 'from its first day' },
    { asOf: '2026-03-20', is: ['open'], because: 'through its last' },
    { asOf: '2026-03-21', is: ['broken'], because: 'the day after it is broken' },
  ])('on $asOf an unkept promise by 20 March is $is: $because', ({ asOf, is }) => {
    expect(standings(asOf, { arrangements: [promise({ minorUnits: 10_000 })] })).toEqual(is);
  });

  test.each([
    {
      because: 'its amount was paid since, on whatever invoice',
      over: { minorUnits: 4_000 },
      payments: [payment({ invoiceId: 'INV-2' })],
      is: 'kept',
    },
    {
      because: 'a cent is missing',
      over: { minorUnits: 4_001 },
      payments: [payment()],
      is: 'open',
    },
    {
      because: 'what came before the promise is not meant',
      over: { minorUnits: 4_000 },
      payments: [payment({ paidOn: '2026-03-04' })],
      is: 'open',
    },
    {
      because: 'a chargeback takes it back',
      over: { minorUnits: 4_000 },
      payments: [payment(), payment({ paymentId: 'PAY-2', minorUnits: -1 })],
      is: 'open',
    },
    {
      because: 'about an invoice, only money for it counts',
      over: { minorUnits: 4_000, invoiceId: 'INV-2' },
      payments: [payment()],
      is: 'open',
    },
    {
      because: 'without an amount the invoice must be paid',
      over: { invoiceId: 'INV-1' },
      payments: [payment()],
      is: 'open',
    },
    {
      because: 'and then it is',
      over: { invoiceId: 'INV-1' },
      payments: [paidInFull],
      is: 'kept',
    },
    {
      because: 'without either, what was overdue when it was given must be paid',
      over: {},
      payments: [paidInFull],
      is: 'kept',
    },
    {
      because: 'a credit note took away all that it was about',
      over: { minorUnits: 4_000, invoiceId: 'INV-1' },
      payments: [],
      credit: { appliesTo: 'INV-1' },
      is: 'kept',
    },
    {
      because: 'money that names no invoice pays the oldest',
      over: { minorUnits: 10_000, invoiceId: 'INV-1' },
      payments: [payment({ minorUnits: 10_000, invoiceId: undefined })],
      is: 'kept',
    },
    {
      because: 'a credit note over a part leaves the rest to pay',
      over: { minorUnits: 4_000 },
      payments: [],
      credit: { appliesTo: 'INV-1', minorUnits: -9_999 },
      is: 'open',
    },
    { because: 'all of it', over: {}, payments: [payment()], is: 'open' },
    {
      because: 'given before anything was overdue, what falls due by its day must be paid',
      over: { from: '2026-03-01' },
      payments: [paidInFull],
      is: 'open',
    },
  ])('on 16 March a promise is $is: $because', ({ over, payments, is, credit }) => {
    const note = { invoiceId: 'CN-1', issuedOn: '2026-03-10', minorUnits: -10_000, ...credit };
    const invoices = [overdue, later, ...(credit === undefined ? [] : [invoice(note)])];
    const rows = { invoices, payments, arrangements: [promise(over)] };

    expect(standings('2026-03-16', rows)).toEqual([is]);
  });

  test('about an invoice that nobody knows it waits for its amount, and says nothing without', () => {
    const unknown = promise({ invoiceId: 'INV-9', minorUnits: 4_000 });
    const whole = promise({ invoiceId: 'INV-9' });

    expect(standings('2026-03-16', { arrangements: [unknown, whole] })).toEqual(['open']);
  });

  test('of an amount it is not broken where its invoices were written off meanwhile', () => {
    const arrangements = [
      promise({ minorUnits: 10_000 }),
      arrangement('write-off', { invoiceId: 'INV-1', from: '2026-03-18' }),
    ];

    expect(standings('2026-03-17', { arrangements })).toEqual(['open']);
    expect(standings('2026-03-21', { arrangements })).toEqual(['kept']);
  });

  test('an amount in another currency says nothing of this account', () => {
    const dollars = promise({ minorUnits: 10_000, currency: 'USD' });

    expect(standings('2026-03-16', { arrangements: [dollars] })).toEqual([]);
  });

  test.each([
    { about: 'its invoice', over: { invoiceId: 'INV-1' } },
    { about: 'all that was overdue', over: {} },
    { about: 'an amount', over: { minorUnits: 10_000 } },
  ])('while $about is disputed a promise is neither kept nor broken', ({ over }) => {
    const arrangements = [
      promise(over),
      arrangement('dispute', { invoiceId: 'INV-1', until: '2026-03-25' }),
    ];

    expect(standings('2026-03-24', { arrangements })).toEqual([]);
    expect(standings('2026-03-25', { arrangements })).toEqual(['broken']);
  });

  test.each([
    { disputed: 10_000, stands: [], because: 'all that is left is disputed, and none of it paid' },
    { disputed: 9_999, stands: ['broken'], because: 'what is left besides is still to be paid' },
  ])('where $disputed cents of 10,000 are disputed it is $stands: $because', (row) => {
    const dispute = arrangement('dispute', { invoiceId: 'INV-1', minorUnits: row.disputed });

    expect(standings('2026-03-24', { arrangements: [promise({}), dispute] })).toEqual(row.stands);
  });
});
