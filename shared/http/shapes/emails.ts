import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { EmailStatus } from '../../run/email/outbox-row.ts';
import { RunId } from '../../run/run.ts';
import { Token } from './common.ts';

/** `place` and `id` together name an e-mail. */
export const EmailRow = z.object({
  place: z.string(),
  id: z.uuid(),
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  customerIds: z.array(CustomerId),
  asOf: CalendarDate,
  status: EmailStatus,
  because: z.string().nullable(),
});

export const EmailsQuery = z.object({
  /** Absent: the last night. */
  runId: RunId.optional(),
  status: EmailStatus.optional(),
  after: Token.optional(),
});

export const EmailsAnswer = z.object({
  runId: RunId.nullable(),
  emails: z.array(EmailRow),
  next: Token.optional(),
});

/** Opaque: where the e-mail is kept. */
export const OfEmail = z.object({
  place: z
    .string()
    .max(1_000)
    .regex(/^[\w.~-]+$/, 'expected the `place` of an e-mail'),
  emailId: z.uuid(),
});

/** Pictures are in `html` as data, so that it can be shown as it is. */
export const EmailAnswer = EmailRow.extend({ text: z.string(), html: z.string() });
