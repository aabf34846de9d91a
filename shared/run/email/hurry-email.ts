import type { SendEmail } from '../messages.ts';
import type { Outbox, Queues } from '../ports.ts';
import { untilFresh } from '../until-fresh.ts';
import { isUnsent, type OutboxRow } from './outbox-row.ts';

export type HurryEmailNeeds = { readonly outbox: Outbox; readonly queues: Queues };

/**
 * Has an e-mail that has not left tried at once, whatever it waits for; where it is being sent,
 * whoever does may have died. One that was sent or settled meanwhile is left alone.
 */
export const hurryEmail = (
  message: SendEmail,
  { outbox, queues }: HurryEmailNeeds,
): Promise<void> =>
  untilFresh(async () => {
    const stored = await outbox.load(message, message.emailId);
    if (stored === undefined || !isUnsent(stored.value)) return;
    const next = withoutWait(stored.value);
    if (next !== stored.value) await outbox.save(message, stored, next);
    await queues.sendEmail(message);
  });

/** The sender of one that is being sent may be alive: its time is its own. */
function withoutWait(row: OutboxRow): OutboxRow {
  if (row.status !== 'queued' || row.notBefore === undefined) return row;
  const { notBefore: _, ...next } = row;
  return next;
}
