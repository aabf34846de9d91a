import { RestError } from '@azure/data-tables';
import type { QueueServiceClient } from '@azure/storage-queue';
import type { QueueDepth } from '../../run/desk/queue-depth.ts';
import { QUEUE_NAMES } from './storage-queues.ts';

/** About how many messages wait in each queue, and how many are parked beside it. */
export const queueDepths = (service: QueueServiceClient) => (): Promise<QueueDepth[]> =>
  Promise.all(
    QUEUE_NAMES.map(async (name) => {
      const [waiting, parked] = await Promise.all([
        depthOf(service, name),
        depthOf(service, `${name}-poison`),
      ]);
      return { name, waiting, parked };
    }),
  );

/** A queue that is not there holds nothing: a poison queue is made by its first message. */
async function depthOf(service: QueueServiceClient, name: string): Promise<number> {
  try {
    const { approximateMessagesCount = 0 } = await service.getQueueClient(name).getProperties();
    return approximateMessagesCount;
  } catch (error) {
    if (error instanceof RestError && error.statusCode === 404) return 0;
    throw error;
  }
}
