import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { CurrencyCode } from './money.ts';

export const InvoiceId = z.string().min(1).brand<'InvoiceId'>();
export type InvoiceId = z.infer<typeof InvoiceId>;

/** An invoice as issued; a negative amount is a credit note, crediting `appliesTo` if it names one. */
export const Invoice = z.object({
  invoiceId: InvoiceId,
  issuedOn: CalendarDate,
  dueOn: CalendarDate,
  minorUnits: z.int(),
  currency: CurrencyCode,
  appliesTo: InvoiceId.optional(),
});
export type Invoice = z.infer<typeof Invoice>;

/** Money that came in; negative for a refund or chargeback; unapplied without an `invoiceId`. */
export const Payment = z.object({
  paymentId: z.string().min(1),
  paidOn: CalendarDate,
  minorUnits: z.int(),
  currency: CurrencyCode,
  invoiceId: InvoiceId.optional(),
});
export type Payment = z.infer<typeof Payment>;
