import { describe, expect, test } from 'vitest';
import { arrangementsOf } from '../../../shared/sources/business-central/arrangements.ts';
import { SalesInvoice } from '../../../shared/sources/business-central/wire.ts';

const invoice = (over: Record<string, unknown>): SalesInvoice =>
  SalesInvoice.parse({
    number: 'A',
    customerNumber: '10000',
    currencyCode: '',
    totalAmountIncludingTax: '100',
    remainingAmount: '100',
    invoiceDate: '2026-01-10',
    dueDate: '2026-02-10',
    promisedPayDate: '0001-01-01',
    disputeStatus: '',
    lastModifiedDateTime: '2026-02-20T08:00:00Z',
    ...over,
  });

const agreed = (over: Record<string, unknown>) =>
  arrangementsOf([invoice(over)], 'EUR', ['CLOSED']);

const ABOUT = { invoiceId: 'A', from: '2026-01-10', currency: 'EUR' };

describe('what the books say was agreed about an invoice', () => {
  test('a promise is one through its day, given on the day that never moves', () => {
    const first = agreed({ promisedPayDate: '2026-03-01' });
    const later = agreed({
      promisedPayDate: '2026-03-01',
      lastModifiedDateTime: '2026-02-25T08:00:00Z',
    });

    expect(first).toEqual([
      { kind: 'promise', ...ABOUT, until: '2026-03-01', reason: 'promised, by the books' },
    ]);
    expect(later).toEqual(first);
  });

  test('a promise of an invoice that is paid stays, so that it is told to be kept', () => {
    expect(agreed({ promisedPayDate: '2026-03-01', remainingAmount: '0' })).toHaveLength(1);
  });

  test.each<[Record<string, unknown>, string]>([
    [{}, 'nothing was agreed'],
    [{ promisedPayDate: '2026-01-09' }, 'a promise before the invoice is a slip of the pen'],
    [{ disputeStatus: 'closed' }, 'the operator says that this status means it is over'],
    [{ disputeStatus: 'REVIEW', remainingAmount: '0' }, 'it is paid, and nothing is in dispute'],
    [
      { promisedPayDate: undefined, disputeStatus: undefined },
      'an older version has no such fields',
    ],
  ])('%o is no arrangement: %s', (over) => {
    expect(agreed(over)).toEqual([]);
  });

  test('any other status is a dispute, whatever a company calls it', () => {
    expect(agreed({ disputeStatus: 'KLACHT' })).toEqual([
      { kind: 'dispute', ...ABOUT, reason: 'dispute status KLACHT' },
    ]);
  });
});
