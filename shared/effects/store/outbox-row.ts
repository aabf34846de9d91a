import { z } from 'zod';
import { Email } from '../../decisions/email.ts';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import type { OutboxRow } from '../../run/ports.ts';
import { type PackedRow, packRow, unpackRows } from './packed-rows.ts';

export const outboxKey = (emailId: string): string => `outbox:${emailId}`;

const Columns = z.object({
  status: z.enum(['queued', 'sent', 'suppressed', 'failed']),
  asOf: CalendarDate,
  because: z.string().optional(),
});

/** Status and day are columns of their own, so that a person reads them in the table. */
export function outboxRow({ email, asOf, status, because }: OutboxRow): PackedRow {
  const row = packRow(outboxKey(email.id), JSON.stringify(email));
  return { ...row, status, asOf, ...(because !== undefined && { because }) };
}

export function readOutboxRow(emailId: string, row: unknown): OutboxRow {
  const { status, asOf, because } = Columns.parse(row);
  const text = unpackRows(outboxKey(emailId), [row]);
  return { email: Email.parse(JSON.parse(text ?? '')), asOf, status, because };
}
