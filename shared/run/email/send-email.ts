import type { SendEmail } from '../messages.ts';
import type { WaitingEmails } from './dispatch-ports.ts';
import { isUnsent } from './outbox-row.ts';
import { secondsUntil } from './seconds-until.ts';
import type { Tried } from './tried.ts';
import { type TrySendingNeeds, trySending } from './try-sending.ts';
import { urgencyOf } from './urgency.ts';
import { type WakeDispatchNeeds, wakeDispatch } from './wake-dispatch.ts';

export type SendEmailNeeds = TrySendingNeeds &
  WakeDispatchNeeds & { readonly waitingEmails: WaitingEmails };

/**
 * Sends one e-mail, or queues it again for when it may leave: what merely waits has not failed,
 * so it must not use up the tries that the queue allows. Where only so many may leave in an hour,
 * it takes its place in the line instead.
 */
export async function sendEmail(message: SendEmail, needs: SendEmailNeeds): Promise<Tried> {
  if (needs.limits !== undefined) return await standInLine(message, needs);
  const tried = await trySending(message, needs);
  if (tried.kind !== 'settled')
    await needs.queues.sendEmail(message, secondsUntil(tried.until, needs.clock()));
  return tried;
}

async function standInLine(message: SendEmail, needs: SendEmailNeeds): Promise<Tried> {
  const stored = await needs.outbox.load(message, message.emailId);
  if (stored !== undefined && isUnsent(stored.value)) {
    await needs.waitingEmails.add({ message, urgency: urgencyOf(stored.value.email), tries: 0 });
    await wakeDispatch(needs.clock(), needs);
  }
  return { kind: 'settled' };
}
