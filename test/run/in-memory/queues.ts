import type { Queues } from '../../../shared/run/ports.ts';
import type { Job, Memory } from './memory.ts';

/** `copies` of each message, because a queue may deliver one more than once. */
export function inMemoryQueues({ messages }: Memory, clock: () => Date, copies = 1): Queues {
  const send = (job: Job, afterSeconds = 0): void => {
    const dueAt = clock().getTime() + 1000 * afterSeconds;
    for (let copy = 0; copy < copies; copy += 1)
      messages.push({ job: structuredClone(job), tries: 0, isPoison: false, dueAt });
  };
  return {
    pullSource: async (body) => send({ queue: 'pull-source', body }),
    evaluateCustomers: async (body) => send({ queue: 'evaluate-customers', body }),
    closeRun: async (body) => send({ queue: 'close-run', body }),
    sendEmail: async (body, afterSeconds) => send({ queue: 'send-email', body }, afterSeconds),
    dispatchEmails: async (body, afterSeconds) =>
      send({ queue: 'dispatch-emails', body }, afterSeconds),
  };
}
