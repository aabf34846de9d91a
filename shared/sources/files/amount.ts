import { z } from 'zod';
import { type CurrencyCode, fromDecimal } from '../../ledger/money.ts';

type Amount = { readonly minorUnits: number } | { readonly reason: string };

/** A cell's amount, or what a bookkeeper needs to know to mend the cell. */
export function readAmount(text: string, currency: CurrencyCode): Amount {
  try {
    return { minorUnits: fromDecimal(text, currency).minorUnits };
  } catch (error) {
    if (error instanceof RangeError) return { reason: error.message };
    throw error;
  }
}

/** For a row's transform: the whole minor units, or an issue of the row's column. */
export function minorUnitsOf(
  column: string,
  text: string,
  currency: CurrencyCode,
  context: z.RefinementCtx,
): number {
  const amount = readAmount(text, currency);
  if ('minorUnits' in amount) return amount.minorUnits;
  context.addIssue({ code: 'custom', path: [column], message: amount.reason });
  return z.NEVER;
}
