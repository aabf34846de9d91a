import { z } from 'zod';
import { Email } from '../../decisions/email/email.ts';
import { operationId } from '../../decisions/email/email-id.ts';
import { CalendarDate } from '../../ledger/calendar-date.ts';

/**
 * queued → sending → accepted → delivered.
 * queued → suppressed: it stopped being true, was cancelled, or nobody is left to write to.
 * sending → queued: the transport could not take it now, or another contact is tried.
 * sending → sending: whoever sent it died; it is sent again under the same operation id.
 * accepted → queued: it bounced, and the next contact is tried; → bounced, suppressed (the mail
 * service knows the address to bounce) or failed (refused there), where nobody is left to try.
 * queued, sending → failed: every try failed, or it will never be taken.
 * failed, bounced, suppressed → queued: a person sends it again.
 * preview: written by a dry run, for a person to look at. It never moves.
 */
export const EmailStatus = z.enum([
  'queued',
  'sending',
  'accepted',
  'delivered',
  'bounced',
  'suppressed',
  'failed',
  'preview',
]);
export type EmailStatus = z.infer<typeof EmailStatus>;

/** Of one recipient, what the mail service says became of the e-mail. */
export const Reported = z.enum(['delivered', 'bounced', 'suppressed', 'failed']);
export type Reported = z.infer<typeof Reported>;

/** What has become of the sending so far. */
export const Progress = z.object({
  /** Counts operation ids: each contact that is tried, and each sending again, has its own. */
  attempt: z.int().nonnegative().default(0),
  /** Who this attempt is addressed to. */
  sentTo: z.string().optional(),
  /** It went to the policy's `redirectAllTo`, so nobody it was meant for has it. */
  isRedirected: z.literal(true).optional(),
  /** Queued: it waits until then. Sending: nobody else tries before. */
  notBefore: z.iso.datetime().optional(),
  /** Since when who it is sent to has asked to come back. */
  busySince: z.iso.datetime().optional(),
  /** The day since when its notices count as delivered. */
  deliveredOn: CalendarDate.optional(),
  /** Contacts that did not get it. */
  missed: z.array(z.string()).default([]),
  /** What was reported of this attempt, by recipient. */
  reported: z.record(z.string(), Reported).default({}),
});
export type Progress = z.infer<typeof Progress>;

export const OutboxRow = Progress.extend({
  email: Email,
  asOf: CalendarDate,
  status: EmailStatus,
  because: z.string().optional(),
});
export type OutboxRow = z.infer<typeof OutboxRow>;

export const queuedRow = (email: Email, asOf: CalendarDate): OutboxRow => ({
  email,
  asOf,
  status: 'queued',
  ...NOT_TRIED,
});

/** What a dry run would have sent. */
export const previewRow = (email: Email, asOf: CalendarDate): OutboxRow => ({
  ...queuedRow(email, asOf),
  status: 'preview',
});

const NOT_TRIED = { attempt: 0, missed: [], reported: {} };

/** It has not left, and is to. */
export const isUnsent = ({ status }: Pick<OutboxRow, 'status'>): boolean =>
  status === 'queued' || status === 'sending';

export const operationOf = ({ email, attempt }: OutboxRow): string =>
  operationId(email.id, attempt);

type Move<Args extends readonly unknown[]> = (row: OutboxRow, ...args: Args) => OutboxRow;

/** Takes it for sending; nobody else tries before `until`. */
export const sending: Move<[sentTo: string, isRedirected: boolean, until: Date]> = (
  { isRedirected: _, ...row },
  sentTo,
  isRedirected,
  until,
) => ({
  ...row,
  status: 'sending',
  sentTo,
  ...(isRedirected && { isRedirected: true }),
  notBefore: until.toISOString(),
});

/** Not now: the same attempt is made later, and `because` says what it waits for. */
export const waiting: Move<[because: string, until?: Date]> = (row, because, until) => ({
  ...without(row, 'notBefore'),
  status: 'queued',
  because,
  ...(until !== undefined && { notBefore: until.toISOString() }),
});

/** The same, as who it is sent to asks to come back. */
export const waitingForRecipient: Move<[because: string, until: Date, now: Date]> = (
  row,
  because,
  until,
  now,
) => ({ ...waiting(row, because, until), busySince: row.busySince ?? now.toISOString() });

export const accepted: Move<[]> = (row) => ({
  ...without(row, 'notBefore', 'because', 'busySince'),
  status: 'accepted',
});

/** The first day on which it reached somebody stays. */
export const reachedOn: Move<[on: CalendarDate | undefined]> = (row, on) =>
  on === undefined ? row : { ...row, deliveredOn: row.deliveredOn ?? on };

/** It is over, one way or another. */
export const settled: Move<[status: EmailStatus, because: string | undefined]> = (
  row,
  status,
  because,
) => ({
  ...without(row, 'notBefore', 'because'),
  status,
  ...(because !== undefined && { because }),
});

/** The contacts it was sent to did not get it: the next one is tried, as another attempt. */
export const forNextContact: Move<[missed: readonly string[], because: string]> = (
  row,
  missed,
  because,
) => ({
  ...sentAgain(row),
  because,
  missed: [...new Set([...row.missed, ...missed])],
});

/** From the start, under an operation id that was not used. */
export const sentAgain: Move<[]> = (row) => ({
  ...without(row, 'notBefore', 'because', 'sentTo', 'isRedirected', 'busySince'),
  status: 'queued',
  attempt: row.attempt + 1,
  reported: {},
});

/**
 * Once more because a person says so, to its contacts from the first on. Where nothing was heard of
 * the attempt it is the same one, whatever ended it: the transport may have taken it.
 */
export const repeated: Move<[]> = (row) => {
  const isHeardOf = row.missed.includes(row.sentTo ?? '') || Object.keys(row.reported).length > 0;
  const next = sentAgain(row);
  return { ...next, missed: [], attempt: isHeardOf ? next.attempt : row.attempt };
};

type Passing = 'notBefore' | 'because' | 'sentTo' | 'isRedirected' | 'busySince';

function without<Key extends Passing>(
  row: OutboxRow,
  ...keys: readonly Key[]
): Omit<OutboxRow, Key> {
  const next = { ...row };
  for (const key of keys) delete next[key];
  return next;
}
