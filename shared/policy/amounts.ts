import { z } from 'zod';
import { CurrencyCode, fromDecimal } from '../ledger/money.ts';

/** Amounts per currency as people write them, `{ "EUR": "0.10" }`; inside, whole minor units. */
export const Amounts = z
  .record(CurrencyCode, z.string())
  .transform((amounts, context): Readonly<Record<CurrencyCode, number>> => {
    const read: Record<CurrencyCode, number> = {};
    for (const [currency, text] of Object.entries(amounts)) {
      try {
        read[currency] = fromDecimal(text, currency).minorUnits;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        context.addIssue({ code: 'custom', path: [currency], message: `"${text}" ${message}` });
      }
    }
    return read;
  });

/** Amounts that are a least, or that are let pass: less than nothing means nothing. */
export const LeastAmounts = Amounts.superRefine((amounts, context) => {
  for (const [currency, minorUnits] of Object.entries(amounts))
    if (minorUnits < 0)
      context.addIssue({
        code: 'custom',
        path: [currency],
        message: 'is negative: write "0" or more',
      });
});
