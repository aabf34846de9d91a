import { z } from 'zod';
import { CustomerId } from '../../ledger/customer.ts';
import { exactAmount } from '../amounts/exact-amount.ts';

/** A tenant's GUID is the same one however its letters are written. */
export const TenantId = z
  .string()
  .transform((text) => text.toLowerCase())
  .pipe(CustomerId);

/** A decimal as it was written, in any of the ways that JSON writes numbers. */
export const Decimal = z.string().transform((text, context) => {
  try {
    return exactAmount(text);
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : 'expected a number');
    return z.NEVER;
  }
});

/** An instant with an offset and as many decimals as its writer likes. */
export const Instant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'expected a date and time')
  .transform((text) => new Date(text).toISOString());
