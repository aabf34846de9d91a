import { type CurrencyCode, toDecimal } from '../../../shared/ledger/money.ts';

/** Sums of many customers may leave the range in which whole numbers are exact. */
export const decimalText = (minorUnits: number, currency: CurrencyCode): string =>
  Number.isSafeInteger(minorUnits) ? toDecimal({ minorUnits, currency }) : 'too large to be exact';
