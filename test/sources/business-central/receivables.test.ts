import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountsOf } from '../../../shared/evaluation/accounts.ts';
import { receivablesOf } from '../../../shared/sources/business-central/receivables.ts';
import {
  CustomerPayment,
  SalesCreditMemo,
  SalesInvoice,
} from '../../../shared/sources/business-central/wire.ts';
import { day, facts } from '../../builders.ts';

const invoice = (number: string, total: string, remainingAmount = total): SalesInvoice =>
  SalesInvoice.parse({
    number,
    customerNumber: '10000',
    currencyCode: '',
    totalAmountIncludingTax: total,
    remainingAmount,
    invoiceDate: '2026-01-10',
    dueDate: '2026-02-10',
    lastModifiedDateTime: '2026-02-20T08:00:00Z',
  });
const memo = (number: string, total: string): SalesCreditMemo =>
  SalesCreditMemo.parse({
    number,
    customerNumber: '10000',
    totalAmountIncludingTax: total,
    creditMemoDate: '2026-02-01',
    lastModifiedDateTime: '2026-02-01T08:00:00Z',
  });
const line = (amount: string, appliesToInvoiceNumber = ''): CustomerPayment =>
  CustomerPayment.parse({
    id: 'line-1',
    customerNumber: '10000',
    postingDate: '2026-03-16',
    amount,
    appliesToInvoiceNumber,
  });

const NONE = { invoices: [], creditMemos: [], unposted: [], balance: undefined };

describe('what Business Central says is open', () => {
  test('what an invoice lacks of its total was settled, the day it was last changed', () => {
    const { payments } = receivablesOf({ ...NONE, invoices: [invoice('A', '100', '60.5')] }, 'EUR');

    expect(payments).toEqual([
      {
        paymentId: 'settled of A',
        paidOn: '2026-02-20',
        minorUnits: 3_950,
        currency: 'EUR',
        invoiceId: 'A',
      },
    ]);
  });

  test('what the balance lacks of the invoices was posted and not applied', () => {
    const books = { ...NONE, invoices: [invoice('A', '100')], balance: '70' };

    expect(receivablesOf(books, 'EUR').payments).toMatchObject([
      { paymentId: 'posted, not applied', minorUnits: 3_000 },
    ]);
  });

  test('a credit memo that was applied in part credits what the balance leaves of it', () => {
    const invoices = [invoice('A', '100', '60')];
    const books = { ...NONE, invoices, creditMemos: [memo('CM', '50')], balance: '50' };

    const { invoices: documents, untold } = receivablesOf(books, 'EUR');

    expect(documents.find(({ invoiceId }) => invoiceId === 'CM')?.minorUnits).toBe(-1_000);
    expect(untold).toBe(0);
  });

  test('a payment that is in a journal and not posted is money that came in', () => {
    const books = { ...NONE, invoices: [invoice('A', '100')], unposted: [line('-40', 'A')] };

    expect(receivablesOf(books, 'EUR').payments).toMatchObject([
      { paidOn: '2026-03-16', minorUnits: 4_000, invoiceId: 'A' },
    ]);
  });

  test('a balance says nothing of who is billed in another currency', () => {
    const foreign = { ...invoice('A', '100'), currencyCode: 'USD' };
    const books = { ...NONE, invoices: [foreign], balance: '92' };

    expect(receivablesOf(books, 'EUR')).toMatchObject({ payments: [], untold: 0 });
  });

  test('what is open is the balance, whatever was paid, applied or credited', () => {
    const cents = fc.integer({ min: 1, max: 1_000_000 });
    const text = (amount: number): string => (amount / 100).toFixed(2);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cents, fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 5 }),
        fc.array(cents, { maxLength: 3 }),
        fc.integer({ min: -2_000_000, max: 4_000_000 }),
        (invoices, memos, balance) => {
          const books = {
            invoices: invoices.map(([total, share], at) =>
              invoice(`I-${at}`, text(total), text(Math.round(total * share))),
            ),
            creditMemos: memos.map((total, at) => memo(`M-${at}`, text(total))),
            unposted: [],
            balance: text(balance),
          };

          const { untold, ...told } = receivablesOf(books, 'EUR');

          const mutable = { invoices: [...told.invoices], payments: [...told.payments] };
          const [account] = accountsOf(facts(mutable), day('2026-03-17'));
          const open = (account?.invoices ?? []).reduce((sum, each) => sum + each.open, 0);
          expect(open - (account?.unapplied ?? 0) + untold).toBe(balance);
        },
      ),
    );
  });
});
