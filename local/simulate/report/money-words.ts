import { moneyText } from '../../../shared/decisions/money-text.ts';
import type { CurrencyCode } from '../../../shared/ledger/money.ts';

/** Money for a person: "4,200.00 EUR". Sums of many may leave the range that is exact. */
export const moneyWords = (minorUnits: number, currency: CurrencyCode): string =>
  Number.isSafeInteger(minorUnits) ? moneyText({ minorUnits, currency }) : 'too large to be exact';

/** The same where a title names the currency already: "4,200.00". */
export const amountWords = (minorUnits: number, currency: CurrencyCode): string =>
  moneyWords(minorUnits, currency).replace(` ${currency}`, '');
