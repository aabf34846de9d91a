import { closeRun } from '../../shared/run/close-run.ts';
import { dispatchEmails } from '../../shared/run/email/dispatch-emails.ts';
import { sendEmail } from '../../shared/run/email/send-email.ts';
import { evaluateCustomers } from '../../shared/run/evaluate-customers.ts';
import {
  parkCloseRun,
  parkDispatchEmails,
  parkEvaluateCustomers,
  parkPullSource,
  parkSendEmail,
} from '../../shared/run/park-message.ts';
import { pullSource } from '../../shared/run/pull/pull-source.ts';
import type { Job, Memory, Message } from './in-memory/memory.ts';
import type { NightNeeds } from './in-memory/night.ts';

/** As host.json says. */
const MAX_TRIES = 5;

/** Takes the next message that is due, or the one that is picked; false when there is none. */
export async function workOnce(
  { messages, lost }: Memory,
  needs: NightNeeds,
  pick = 0,
): Promise<boolean> {
  const now = needs.clock().getTime();
  const isDue = (each: Message | undefined): boolean => each !== undefined && each.dueAt <= now;
  const next = isDue(messages[pick]) ? pick : messages.findIndex(isDue);
  const [message] = next === -1 ? [] : messages.splice(next, 1);
  if (message === undefined) return false;
  try {
    await (message.isPoison ? park(message.job, needs) : work(message.job, needs));
  } catch {
    const again = nextTry(message);
    (again === undefined ? lost : messages).push(again ?? message);
  }
  return true;
}

/** Works until no message is due; says so where one always would be. */
export async function workUntilEmpty(memory: Memory, needs: NightNeeds): Promise<void> {
  for (let taken = 0; await workOnce(memory, needs); taken += 1)
    if (taken > 2_000) throw new Error('Cannot empty the queues because messages make messages');
}

function nextTry({ tries, isPoison, ...message }: Message): Message | undefined {
  if (tries + 1 < MAX_TRIES) return { ...message, tries: tries + 1, isPoison };
  return isPoison ? undefined : { ...message, tries: 0, isPoison: true };
}

function work(job: Job, needs: NightNeeds): Promise<unknown> {
  switch (job.queue) {
    case 'pull-source':
      return pullSource(job.body, needs);
    case 'evaluate-customers':
      return evaluateCustomers(job.body, needs);
    case 'close-run':
      return closeRun(job.body, needs);
    case 'send-email':
      return sendEmail(job.body, needs);
    case 'dispatch-emails':
      return dispatchEmails(job.body, needs);
  }
}

function park(job: Job, needs: NightNeeds): Promise<void> {
  switch (job.queue) {
    case 'pull-source':
      return parkPullSource(job.body, needs);
    case 'evaluate-customers':
      return parkEvaluateCustomers(job.body, needs);
    case 'close-run':
      return parkCloseRun(job.body, needs);
    case 'send-email':
      return parkSendEmail(job.body, needs);
    case 'dispatch-emails':
      return parkDispatchEmails(needs);
  }
}
