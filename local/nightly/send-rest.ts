import { setTimeout as sleep } from 'node:timers/promises';
import type { Outbox, Queues, Runs } from '../../shared/run/ports.ts';
import type { Run } from '../../shared/run/run.ts';
import {
  type EmailWithStatus,
  emailsWithStatus,
  sendMessage,
} from '../../shared/run/unsent-emails.ts';

const POLL_MS = 50;

export type SendRestNeeds = {
  readonly runs: Runs;
  readonly outbox: Outbox;
  readonly queues: Queues;
  readonly clock: () => Date;
};

/**
 * Waits until every e-mail of a run that may leave now has gone out or has failed. With `again`, the messages are
 * queued once more: a process that was killed holds on to its own for ten minutes.
 */
export async function sendRest(
  run: Run,
  { again, signal }: { readonly again: boolean; readonly signal: AbortSignal },
  needs: SendRestNeeds,
): Promise<void> {
  let waiting = await unsent(run, needs);
  if (again) for (const email of waiting) await needs.queues.sendEmail(sendMessage(run, email));
  while (waiting.length > 0) {
    await sleep(POLL_MS, undefined, { signal });
    waiting = await unsent(run, needs);
  }
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
