import { deskDay } from '../desk/desk-day.ts';
import type { Desk } from '../desk/desk-port.ts';
import type { People } from '../desk/people-port.ts';
import { shownNight } from '../desk/shown-night.ts';
import { RunRefusedError } from '../errors.ts';
import type { EmailPlace, Outbox, Queues, Runs, Stored } from '../ports.ts';
import { type OutboxRow, repeated, settled } from './outbox-row.ts';

export type SteerEmailNeeds = {
  readonly outbox: Outbox;
  readonly queues: Queues;
  readonly people: People;
  readonly desk: Desk;
  readonly runs: Runs;
  readonly clock: () => Date;
};

const SENT_AGAIN: readonly OutboxRow['status'][] = ['failed', 'bounced', 'suppressed'];

/**
 * Sends an e-mail that did not arrive once more. What is checked before every send is checked
 * again: it may turn out to be no longer true.
 */
export async function resendEmail(
  place: EmailPlace,
  stored: Stored<OutboxRow>,
  by: string,
  needs: SteerEmailNeeds,
): Promise<Stored<OutboxRow>> {
  const { status, email } = stored.value;
  const message = { ...messagePlace(place), emailId: email.id };
  if (status === 'queued') {
    // Whoever asked before may have been cut off between the row and its message.
    await needs.queues.sendEmail(message);
    return stored;
  }
  if (!SENT_AGAIN.includes(status))
    throw new RunRefusedError(
      `Cannot send the e-mail again because it is ${status}: only one that failed, bounced or was held back can be`,
    );
  const saved = await needs.outbox.save(place, stored, repeated(stored.value));
  await needs.queues.sendEmail(message);
  await note(place, stored.value, 'email-sent-again', by, needs);
  return saved;
}

/** Holds back an e-mail that has not left. */
export async function cancelEmail(
  place: EmailPlace,
  stored: Stored<OutboxRow>,
  by: string,
  needs: SteerEmailNeeds,
): Promise<Stored<OutboxRow>> {
  if (stored.value.status !== 'queued')
    throw new RunRefusedError(
      `Cannot cancel the e-mail because it is ${stored.value.status}: only one that is queued can be`,
    );
  const next = settled(stored.value, 'suppressed', `cancelled by ${by}`);
  const saved = await needs.outbox.save(place, stored, next);
  await note(place, stored.value, 'email-cancelled', by, needs);
  return saved;
}

/** In the history of the customer it is to; of other e-mails the row itself says who. */
async function note(
  { customerId }: EmailPlace,
  { email }: OutboxRow,
  kind: string,
  by: string,
  needs: SteerEmailNeeds,
): Promise<void> {
  if (customerId === undefined) return;
  const now = needs.clock();
  const on = deskDay((await shownNight(undefined, needs))?.run, now);
  const event = { on, kind, text: `${email.kind} "${email.subject}"`, by, at: now.toISOString() };
  await needs.people.note(customerId, event, email.id);
}

const messagePlace = ({ runId, customerId }: EmailPlace) => ({
  runId,
  ...(customerId !== undefined && { customerId }),
});
