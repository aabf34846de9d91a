import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { InvoiceId } from './invoice.ts';
import { CurrencyCode } from './money.ts';

/**
 * What was agreed about a customer (or one invoice of it). In force from `from` until the day
 * before `until`; a promise through `until`, the day the money was promised by.
 * A snooze keeps what is new about the customer from its account manager, and changes nothing else.
 * A fraud case begins on the first day of fraudulent usage, whenever it was found.
 */
export const Arrangement = z.object({
  kind: z.enum(['dispute', 'hold', 'promise', 'write-off', 'fraud-case', 'snooze']),
  invoiceId: InvoiceId.optional(),
  from: CalendarDate,
  until: CalendarDate.optional(),
  minorUnits: z.int().optional(),
  currency: CurrencyCode,
  by: z.string().optional(),
  reason: z.string().optional(),
});
export type Arrangement = z.infer<typeof Arrangement>;
