import { contactWait } from '../../decisions/email/contact-times.ts';
import { chooseContact } from '../../decisions/email/contacts.ts';
import type { SendEmail } from '../messages.ts';
import type { Customers, Outbox, Queues, Runs, SentMessages, Stored } from '../ports.ts';
import { arrivalDay, type EmailNight, emailNight, isReplay } from './email-night.ts';
import type { EmailTransport, OnMissed } from './email-ports.ts';
import {
  accepted,
  isUnsent,
  type OutboxRow,
  operationOf,
  reachedOn,
  sending,
  settled,
  waiting,
} from './outbox-row.ts';
import { type OutgoingEmailNeeds, outgoingEmail } from './outgoing-email.ts';
import { afterFailure } from './send-failure.ts';
import { withheldBecause } from './still-true.ts';
import { tellUndelivered } from './tell-undelivered.ts';
import type { Tried } from './tried.ts';

export type TrySendingNeeds = OutgoingEmailNeeds & {
  readonly runs: Runs;
  readonly customers: Customers;
  readonly outbox: Outbox;
  readonly queues: Queues;
  readonly sentMessages: SentMessages;
  readonly transport: EmailTransport;
  /** Asked right before a send: whether the quota has room, which is used up with that. */
  readonly slot?: () => Promise<Extract<Tried, { kind: 'closed' }> | undefined>;
};

const SETTLED: Tried = { kind: 'settled' };

/**
 * Sends one outbox row, unless it has stopped being true (paid, held, promised since), or has to
 * wait. Killed after the transport took it, it is sent again under the same operation id, which
 * delivers it once. Of two who try at the same time, one finds the row saved by the other.
 */
export async function trySending(message: SendEmail, needs: TrySendingNeeds): Promise<Tried> {
  const stored = await needs.outbox.load(message, message.emailId);
  if (stored === undefined || !isUnsent(stored.value)) return SETTLED;
  const taken = takenUntil(stored.value, needs.clock());
  if (taken !== undefined)
    return { kind: 'waits', until: taken, because: 'another worker is sending it' };

  const night = await emailNight(message.runId, needs.runs);
  const { run, policy } = night;
  const loaded =
    message.customerId === undefined || run === undefined
      ? undefined
      : await needs.customers.load(run, message.customerId);
  const because = withheldBecause(stored.value, loaded, policy);
  if (because !== undefined) return await suppress(message, stored, because, needs);

  const { email, missed } = stored.value;
  const choice = chooseContact(email, missed, loaded?.facts.customer, policy);
  if (choice.kind === 'nobody') return await suppress(message, stored, choice.because, needs);
  const wait = isReplay(stored.value, night)
    ? undefined
    : contactWait(email, needs.clock(), policy);
  if (wait !== undefined) {
    await needs.outbox.save(message, stored, waiting(stored.value, wait.because, wait.until));
    return { kind: 'waits', ...wait };
  }
  return await send(message, stored, choice.contact, night, needs);
}

/** Somebody else has it, who may be alive still. */
function takenUntil({ status, notBefore }: OutboxRow, now: Date): Date | undefined {
  if (status !== 'sending' || notBefore === undefined) return undefined;
  const until = new Date(notBefore);
  return until > now ? until : undefined;
}

async function suppress(
  message: SendEmail,
  stored: Stored<OutboxRow>,
  because: string,
  { outbox }: TrySendingNeeds,
): Promise<Tried> {
  await outbox.save(message, stored, settled(stored.value, 'suppressed', because));
  return SETTLED;
}

async function send(
  message: SendEmail,
  stored: Stored<OutboxRow>,
  contact: string,
  night: EmailNight,
  needs: TrySendingNeeds,
): Promise<Tried> {
  const { transport, outbox, clock } = needs;
  const closed = await needs.slot?.();
  if (closed !== undefined) return closed;
  const isRedirected = night.policy.contact.redirectAllTo !== undefined;
  const until = new Date(clock().getTime() + 1000 * transport.sendSeconds);
  const next = sending(stored.value, contact, isRedirected, until);
  const taken = await outbox.save(message, stored, next);
  if (transport.reportsDelivery)
    await needs.sentMessages.remember(operationOf(taken.value), message);
  const missed: Parameters<OnMissed>[0][] = [];
  try {
    const email = await outgoingEmail(taken.value, contact, night.policy, needs);
    await transport.send(email, (each) => missed.push(each));
  } catch (error) {
    return await afterFailure(error, message, taken, night, needs);
  }
  const counts = !transport.reportsDelivery && !isRedirected;
  const on = counts ? arrivalDay(taken.value, night, clock()) : undefined;
  await outbox.save(message, taken, reachedOn(accepted(taken.value), on));
  // Only now: whatever fails before what was sent is on record sends it again.
  for (const each of missed)
    await tellUndelivered(night.run, taken.value, { ...each, instead: undefined }, needs);
  return SETTLED;
}
