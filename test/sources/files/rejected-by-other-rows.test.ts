import { describe } from 'vitest';
import { arrangement, customer, invoice, payment, rejectsLine3, spend } from './dirty-row.ts';

describe('a row is rejected for what other rows say', () => {
  rejectsLine3([
    [
      customer('C-1,Other,EUR,,,'),
      'customerId',
      'C-1',
      'customer "C-1" was already given on line 2 with other values',
    ],
    [
      invoice('INV-2,C 9,2026-01-01,2026-01-31,1,EUR'),
      'customerId',
      'C 9',
      'no customer "C 9" in customers.csv',
    ],
    [
      invoice('INV-1,C-1,2026-01-01,2026-01-31,2.00,EUR'),
      'invoiceId',
      'INV-1',
      'invoice "INV-1" was already given on line 2 with other values',
    ],
    [
      invoice('INV-1,C-2,2026-01-01,2026-01-31,1.00,EUR'),
      'invoiceId',
      'INV-1',
      'invoice "INV-1" was already given on line 2 with other values',
    ],
    [
      payment('P-1,C-1,2026-01-02,1.00,EUR'),
      'paymentId',
      'P-1',
      'payment "P-1" was already given on line 2 with other values',
    ],
    [spend('C-7,2026-01-01,1,EUR'), 'customerId', 'C-7', 'no customer "C-7" in customers.csv'],
    [
      arrangement('dispute,C-1,INV-7,2026-01-01,,'),
      'invoiceId',
      'INV-7',
      'no invoice "INV-7" of this customer',
    ],
    [
      arrangement('dispute,C-1,INV-9,2026-01-01,,'),
      'invoiceId',
      'INV-9',
      'no invoice "INV-9" of this customer',
    ],
    [
      arrangement('write-off,C-2,INV-9,2026-01-01,,0.5'),
      'amount',
      '0.5',
      'has more decimals than the 0 of JPY',
    ],
    [arrangement('promise,C-1,,2026-01-01,2026-02-01,-5'), 'amount', '-5', 'is negative'],
  ]);
});
