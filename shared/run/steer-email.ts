import { RunRefusedError } from './errors.ts';
import { isUnsent, type OutboxRow, sentAgain, settled } from './outbox-row.ts';
import type { EmailPlace, Outbox, Queues, Stored } from './ports.ts';

export type SteerEmailNeeds = { readonly outbox: Outbox; readonly queues: Queues };

/**
 * Sends an e-mail that did not arrive once more. What is checked before every send is checked
 * again: it may turn out to be no longer true.
 */
export async function resendEmail(
  place: EmailPlace,
  stored: Stored<OutboxRow>,
  { outbox, queues }: SteerEmailNeeds,
): Promise<Stored<OutboxRow>> {
  const { status, email } = stored.value;
  if (status !== 'failed' && status !== 'bounced' && status !== 'suppressed')
    throw new RunRefusedError(
      `Cannot send the e-mail again because it is ${status}: only one that failed, bounced or was held back can be`,
    );
  const saved = await outbox.save(place, stored, sentAgain(stored.value));
  await queues.sendEmail({ ...messagePlace(place), emailId: email.id });
  return saved;
}

/** Holds back an e-mail that has not left. */
export async function cancelEmail(
  place: EmailPlace,
  stored: Stored<OutboxRow>,
  by: string,
  { outbox }: Pick<SteerEmailNeeds, 'outbox'>,
): Promise<Stored<OutboxRow>> {
  if (!isUnsent(stored.value) || stored.value.status === 'sending')
    throw new RunRefusedError(
      `Cannot cancel the e-mail because it is ${stored.value.status}: only one that is queued can be`,
    );
  return outbox.save(place, stored, settled(stored.value, 'suppressed', `cancelled by ${by}`));
}

const messagePlace = ({ runId, customerId }: EmailPlace) => ({
  runId,
  ...(customerId !== undefined && { customerId }),
});
