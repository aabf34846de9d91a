import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { InvoiceId } from '../../ledger/invoice.ts';
import { RunId } from '../../run/run.ts';

/** Where a page of a list ended: opaque, and good only for the list that gave it. */
export const Token = z
  .string()
  .max(2_000)
  .regex(/^[\w-]+$/, 'expected the `next` of an earlier answer');

/**
 * A customer's id in a path: as it is, or `~` and the base64url of its UTF-8, which can also carry
 * what paths cannot: slashes, dots alone, a `~` in front.
 */
const CustomerKey = z
  .string()
  .max(1_000)
  .transform((text) =>
    text.startsWith('~') ? Buffer.from(text.slice(1), 'base64url').toString('utf8') : text,
  )
  .pipe(CustomerId);

export const OfCustomer = z.object({ customerId: CustomerKey });
export const OfRun = z.object({ runId: RunId });
export const AsOf = z.object({ asOf: CalendarDate.optional() });

/** What a person gives as a reason; it is history, and stays. */
export const Reason = z.string().trim().min(1).max(500);

export const BoundedInvoiceId = InvoiceId.refine((id) => id.length <= 200, 'is too long for an id');

/** An error, as `application/problem+json` (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
});
