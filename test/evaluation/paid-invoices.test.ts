import { expect, test } from 'vitest';
import { paidInvoices } from '../../shared/evaluation/paid-invoices.ts';
import { facts, invoice, payment } from '../builders.ts';

const paidOn = (payments: Parameters<typeof payment>[0][], invoices = [invoice()]) =>
  paidInvoices(
    facts({
      invoices,
      payments: payments.map((row, at) => payment({ paymentId: `PAY-${at}`, ...row })),
    }),
  ).map((each) => each.paidOn);

const credit = invoice({ invoiceId: 'CN-1', minorUnits: -6_000, appliesTo: 'INV-1' });

test.each([
  { payments: [{ minorUnits: 10_000 }], on: ['2026-03-10'], because: 'it is paid at once' },
  { payments: [{ minorUnits: 9_999 }], on: [], because: 'a cent is left' },
  {
    payments: [{ minorUnits: 6_000, paidOn: '2026-03-20' }, {}],
    on: ['2026-03-20'],
    because: 'the last payment counts, whatever the order of rows',
  },
  {
    payments: [{ minorUnits: 10_000 }, { minorUnits: -1, paidOn: '2026-03-11' }],
    on: [],
    because: 'what was paid back is open again',
  },
  { payments: [{ minorUnits: 10_000, currency: 'USD' }], on: [], because: 'dollars pay no euros' },
  { payments: [{ minorUnits: 10_000, invoiceId: undefined }], on: [], because: 'it names none' },
])('an invoice of 100.00 is paid on $on: $because', ({ payments, on }) => {
  expect(paidOn(payments)).toEqual(on);
});

test('a payment of what a credit note leaves pays the invoice', () => {
  expect(paidOn([{ minorUnits: 4_000 }], [invoice(), credit])).toEqual(['2026-03-10']);
});

test('an invoice that was credited whole was not paid', () => {
  const whole = invoice({ invoiceId: 'CN-1', minorUnits: -10_000, appliesTo: 'INV-1' });

  expect(paidOn([{ invoiceId: 'INV-2' }], [invoice(), whole])).toEqual([]);
});
