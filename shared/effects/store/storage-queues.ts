import type { QueueClient, QueueServiceClient } from '@azure/storage-queue';
import type { Queues } from '../../run/ports.ts';

/** A queue is named like the function that it wakes. */
export const QUEUE_NAMES = [
  'pull-source',
  'evaluate-customers',
  'close-run',
  'send-email',
  'dispatch-emails',
] as const;

export function storageQueues(service: QueueServiceClient): Queues {
  return {
    pullSource: sender(service.getQueueClient('pull-source')),
    evaluateCustomers: sender(service.getQueueClient('evaluate-customers')),
    closeRun: sender(service.getQueueClient('close-run')),
    sendEmail: sender(service.getQueueClient('send-email')),
    dispatchEmails: sender(service.getQueueClient('dispatch-emails')),
  };
}

/** The queue trigger expects base64, as host.json says. */
function sender(queue: QueueClient) {
  return async (message: object, afterSeconds = 0): Promise<void> => {
    const text = Buffer.from(JSON.stringify(message)).toString('base64');
    await queue.sendMessage(text, { visibilityTimeout: afterSeconds });
  };
}
