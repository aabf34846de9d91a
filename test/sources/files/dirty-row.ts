import type { Files } from './data-folder.ts';

/** Each: a file whose line 2 is in order, and line 3 is the row. */
export const customer = (row: string): Files => ({
  'customers.csv': `customerId,name,currency,accountManagerEmail,billingEmail,creditLimit\nC-1,Contoso,EUR,,,\n${row}\n`,
});
export const invoice = (row: string): Files => ({
  'invoices.csv': `invoiceId,customerId,issuedOn,dueOn,amount,currency\nINV-1,C-1,2026-01-01,2026-01-31,1.00,EUR\n${row}\n`,
});
export const payment = (row: string): Files => ({
  'payments.csv': `paymentId,customerId,paidOn,amount,currency\nP-1,C-1,2026-01-01,1.00,EUR\n${row}\n`,
});
export const spend = (row: string): Files => ({
  'spend.csv': `customerId,date,amount,currency\nC-1,2026-01-01,1.00,EUR\n${row}\n`,
});
export const budget = (row: string): Files => ({
  'budgets.csv': `customerId,amount,currency,from\nC-1,1.00,EUR,\n${row}\n`,
});
export const arrangement = (row: string): Files => ({
  ...invoice('INV-9,C-2,2026-01-01,2026-01-31,1,JPY'),
  'arrangements.csv': `kind,customerId,invoiceId,from,until,amount\nhold,C-1,,2026-01-01,,\n${row}\n`,
});
