import type { SendEmail } from './messages.ts';
import type { Tried } from './tried.ts';
import { type TrySendingNeeds, trySending } from './try-sending.ts';

export type SendEmailNeeds = TrySendingNeeds;

/**
 * Sends one e-mail, or queues it again for when it may leave: what merely waits has not failed,
 * so it must not use up the tries that the queue allows.
 */
export async function sendEmail(message: SendEmail, needs: SendEmailNeeds): Promise<Tried> {
  const tried = await trySending(message, needs);
  if (tried.kind !== 'settled')
    await needs.queues.sendEmail(message, secondsUntil(tried.until, needs.clock()));
  return tried;
}

/** A queue hides a message for seven days at most; and what it waits for may change. */
const LONGEST_SECONDS = 6 * 3600;

export const secondsUntil = (until: Date, now: Date): number =>
  Math.min(LONGEST_SECONDS, Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000)));
