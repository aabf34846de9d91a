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
