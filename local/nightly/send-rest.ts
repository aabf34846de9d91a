import { setTimeout as sleep } from 'node:timers/promises';
import { changePace } from '../../shared/run/email/change-pace.ts';
import type { SendPace } from '../../shared/run/email/dispatch-ports.ts';
import { hurryEmail } from '../../shared/run/email/hurry-email.ts';
import { isUnsent } from '../../shared/run/email/outbox-row.ts';
import { nextSlot, type SendLimits } from '../../shared/run/email/send-quota.ts';
import {
  type EmailWithStatus,
  emailsWithStatus,
  sendMessage,
} from '../../shared/run/email/unsent-emails.ts';
import type { Outbox, Queues, Runs } from '../../shared/run/ports.ts';
import type { Run } from '../../shared/run/run.ts';

const POLL_MS = 50;
/** A wait that is shorter is no reason to end the night with e-mail left. */
const SHORT_MS = 5_000;

export type SendRestNeeds = {
  readonly runs: Runs;
  readonly outbox: Outbox;
  readonly queues: Queues;
  readonly limits: SendLimits | undefined;
  readonly pace: SendPace;
  readonly clock: () => Date;
};

/**
 * Waits until every e-mail of a run that may leave now has gone out or has failed; what waits for
 * its hour, or for the quota, stays queued. With `again`, all are tried once more: a process that
 * was killed holds on to its messages for ten minutes, and what was wrong may have been mended.
 */
export async function sendRest(
  run: Run,
  { again, signal }: { readonly again: boolean; readonly signal: AbortSignal },
  needs: SendRestNeeds,
): Promise<void> {
  if (again) await tryAgain(run, needs);
  let waiting = await unsent(run, needs);
  while (waiting.length > 0 && !(await isQuotaUsedUp(needs))) {
    await sleep(POLL_MS, undefined, { signal });
    waiting = await unsent(run, needs);
  }
}

async function tryAgain(run: Run, needs: SendRestNeeds): Promise<void> {
  await changePace(needs.pace, ({ closedUntil, ...pace }) =>
    closedUntil === undefined ? undefined : pace,
  );
  for await (const email of emailsWithStatus(run, needs))
    if (isUnsent(email)) await hurryEmail(sendMessage(run, email), needs);
}

async function unsent(run: Run, needs: SendRestNeeds): Promise<EmailWithStatus[]> {
  const emails = await Array.fromAsync(emailsWithStatus(run, needs));
  const now = needs.clock().toISOString();
  return emails.filter(
    ({ status, notBefore }) =>
      status === 'sending' ||
      (status === 'queued' && (notBefore === undefined || notBefore <= now)),
  );
}

async function isQuotaUsedUp({ limits, pace, clock }: SendRestNeeds): Promise<boolean> {
  if (limits === undefined) return false;
  const now = clock();
  return nextSlot((await pace.load()).value, limits, now).getTime() > now.getTime() + SHORT_MS;
}
