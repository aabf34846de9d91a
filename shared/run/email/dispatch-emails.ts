import type { DispatchEmails } from '../messages.ts';
import { parkSendEmail } from '../park-message.ts';
import { changePace, takeSlot } from './change-pace.ts';
import type { TakenEmail } from './dispatch-ports.ts';
import type { SendEmailNeeds } from './send-email.ts';
import { nextSlot, type SendLimits } from './send-quota.ts';
import type { Tried } from './tried.ts';
import { trySending } from './try-sending.ts';
import { wakeCame, wakeDispatch } from './wake-dispatch.ts';

export type DispatchEmailsNeeds = SendEmailNeeds;

/** How many are on their way at the same time; each waits for the service most of its time. */
const LANES = 4;
/** A worker that has sent for so long leaves the rest to another. */
const LONGEST_MS = 5 * 60_000;
/** Longer than any send: one that is hidden for longer belongs to a worker that died. */
const HIDDEN_MS = 5 * 60_000;
/** How long an e-mail waits after each try that went wrong; after the last one it has failed. */
const RETRY_MS = [30_000, 2 * 60_000, 10 * 60_000, 30 * 60_000];

/**
 * Sends what stands in line, the most urgent first, for as long as the quota lasts, and has a
 * worker woken for the rest. Any number may do so at the same time: the quota is theirs together.
 * Returns why no e-mail leaves, where the operator has to see to it.
 */
export async function dispatchEmails(
  { wake }: DispatchEmails,
  needs: DispatchEmailsNeeds,
): Promise<string | undefined> {
  const { limits, pace, clock } = needs;
  if (limits === undefined) return undefined;
  if (wake !== undefined) await changePace(pace, wakeCame(wake));
  const stopAt = clock().getTime() + LONGEST_MS;
  const lanes = Array.from({ length: LANES }, () => sendInTurn(stopAt, limits, needs));
  const ends = await Promise.all(lanes);

  const next = await needs.waitingEmails.nextAt(clock());
  if (next !== undefined) await wakeDispatch(next, needs);
  return ends.find((because) => because !== undefined);
}

async function sendInTurn(
  stopAt: number,
  limits: SendLimits,
  needs: DispatchEmailsNeeds,
): Promise<string | undefined> {
  const { pace, waitingEmails, clock } = needs;
  const slot = (): ReturnType<typeof takeSlot> => takeSlot(pace, limits, clock);
  while (clock().getTime() < stopAt) {
    const now = clock();
    if (nextSlot((await pace.load()).value, limits, now) > now) return undefined;
    const taken = await waitingEmails.take(now, new Date(now.getTime() + HIDDEN_MS));
    if (taken === undefined) return undefined;
    const tried = await tryTaken(taken, slot, needs);
    if (tried === undefined) continue;
    if (tried.kind === 'settled') await waitingEmails.remove(taken);
    else await waitingEmails.putBack(taken, tried.kind === 'waits' ? tried.until : clock());
    if (tried.kind === 'closed') return await close(tried, needs);
  }
  return undefined;
}

/** Undefined where the try went wrong: it is in line again, or has failed for good. */
async function tryTaken(
  taken: TakenEmail,
  slot: () => ReturnType<typeof takeSlot>,
  needs: DispatchEmailsNeeds,
): Promise<Tried | undefined> {
  try {
    return await trySending(taken.message, { ...needs, slot });
  } catch {
    // Why is kept with the row. Thrown on, it would take the others in line down with it.
    const wait = RETRY_MS[taken.tries];
    if (wait === undefined) {
      await parkSendEmail(taken.message, needs);
      await needs.waitingEmails.remove(taken);
    } else {
      const until = new Date(needs.clock().getTime() + wait);
      await needs.waitingEmails.putBack({ ...taken, tries: taken.tries + 1 }, until);
    }
    return undefined;
  }
}

/** Nobody tries again before the transport said it may be open; a used-up quota says so itself. */
async function close(
  { until, because, isFault }: Extract<Tried, { kind: 'closed' }>,
  { pace }: DispatchEmailsNeeds,
): Promise<string | undefined> {
  await changePace(pace, (each) =>
    each.closedUntil !== undefined && each.closedUntil >= until.toISOString()
      ? undefined
      : { ...each, closedUntil: until.toISOString() },
  );
  return isFault ? because : undefined;
}
