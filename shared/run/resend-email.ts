import type { SendEmail } from './messages.ts';
import { isUnsent, type OutboxRow, sentAgain, settled } from './outbox-row.ts';
import type { Outbox, Queues } from './ports.ts';

export type ChangeEmailNeeds = { readonly outbox: Outbox; readonly queues: Queues };

/** What came of a person's wish about an e-mail. */
export type EmailChange =
  | { readonly kind: 'done'; readonly row: OutboxRow }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly because: string };

/**
 * Sends an e-mail that did not get through once more, to its contacts from the first on, or to
 * `to`. It is checked again like any other: what stopped being true stays unsent. One that waits is
 * tried at once. Throws StaleError.
 */
export async function resendEmail(
  message: SendEmail,
  to: string | undefined,
  { outbox, queues }: ChangeEmailNeeds,
): Promise<EmailChange> {
  const stored = await outbox.load(message, message.emailId);
  if (stored === undefined) return { kind: 'unknown' };
  const { value: row } = stored;
  if (row.status === 'accepted' || row.status === 'delivered' || row.status === 'preview')
    return { kind: 'refused', because: NOT_AGAIN[row.status] };
  if (row.status === 'sending' && to !== undefined)
    return { kind: 'refused', because: 'it is being sent' };
  const next = isUnsent(row) && to === undefined ? withoutWait(row) : again(row, to);
  if (next !== row) await outbox.save(message, stored, next);
  await queues.sendEmail(message);
  return { kind: 'done', row: next };
}

/** Whoever is sending it may be alive still; nothing else is worth waiting for. */
function withoutWait(row: OutboxRow): OutboxRow {
  if (row.status !== 'queued' || row.notBefore === undefined) return row;
  const { notBefore: _, ...next } = row;
  return next;
}

const NOT_AGAIN = {
  accepted: 'it has left, and nothing says that it did not arrive',
  delivered: 'it has arrived',
  preview: 'it is the preview of a dry run',
} as const;

/** What failed before the transport took it is repeated as the same attempt: it may have taken it. */
function again(row: OutboxRow, to: string | undefined): OutboxRow {
  const isSameAttempt =
    to === undefined && row.status === 'failed' && !row.missed.includes(row.sentTo ?? '');
  const next = isSameAttempt ? { ...sentAgain(row), attempt: row.attempt } : sentAgain(row);
  return { ...next, missed: [], email: { ...row.email, to: to ?? row.email.to } };
}

/** Keeps an e-mail from leaving, if it has not left yet. Throws StaleError. */
export async function cancelEmail(
  message: SendEmail,
  by: string,
  { outbox }: Pick<ChangeEmailNeeds, 'outbox'>,
): Promise<EmailChange> {
  const stored = await outbox.load(message, message.emailId);
  if (stored === undefined) return { kind: 'unknown' };
  if (stored.value.status !== 'queued')
    return { kind: 'refused', because: `it is ${stored.value.status}` };
  const next = settled(stored.value, 'suppressed', `it was cancelled by ${by}`);
  await outbox.save(message, stored, next);
  return { kind: 'done', row: next };
}
