import { z } from 'zod';
import { Email } from '../../../decisions/email/email.ts';
import { CalendarDate } from '../../../ledger/calendar-date.ts';
import { EmailStatus, type OutboxRow, Progress } from '../../../run/email/outbox-row.ts';
import { type PackedRow, packRow, unpackRows } from '../packed-rows.ts';

export const outboxKey = (emailId: string): string => `outbox:${emailId}`;

/** Rows of before transports could report say `sent`. */
const Status = z.preprocess((status) => (status === 'sent' ? 'accepted' : status), EmailStatus);

const Columns = z.object({
  status: Status,
  asOf: CalendarDate,
  because: z.string().optional(),
  progress: z.string().default('{}'),
});

/** Status, day and reason are columns of their own, so that a person reads them in the table. */
export function outboxRow({ email, asOf, status, because, ...progress }: OutboxRow): PackedRow {
  const row = packRow(outboxKey(email.id), JSON.stringify(email));
  return {
    ...row,
    status,
    asOf,
    ...(because !== undefined && { because }),
    progress: JSON.stringify(progress),
  };
}

export function readOutboxRow(emailId: string, row: unknown): OutboxRow {
  const { progress, because, ...columns } = Columns.parse(row);
  const text = unpackRows(outboxKey(emailId), [row]);
  return {
    email: Email.parse(JSON.parse(text ?? '')),
    ...columns,
    ...(because !== undefined && { because }),
    ...Progress.parse(JSON.parse(progress)),
  };
}
