import { type CurrencyCode, toDecimal } from '../ledger/money.ts';

/** An amount as every sentence says it: 1234.50 EUR. */
export const amountText = (minorUnits: number, currency: CurrencyCode): string =>
  `${toDecimal({ minorUnits, currency })} ${currency}`;

export const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

export const invoicesText = (count: number): string =>
  count === 1 ? '1 invoice' : `${count} invoices`;
