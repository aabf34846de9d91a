import type { CurrencyCode } from '../../ledger/money.ts';
import { exactAmount, roundedMinorUnits } from '../amounts/exact-amount.ts';

/** Amounts of documents are rounded by the books; what they have beyond a cent is a float's. */
export const minorUnitsOf = (decimal: string, currency: CurrencyCode): number =>
  roundedMinorUnits(exactAmount(decimal), currency);
