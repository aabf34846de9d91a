import type { TableClient } from '@azure/data-tables';
import type { QueueServiceClient } from '@azure/storage-queue';
import { QUEUE_NAMES } from './storage-queues.ts';

/** Makes the tables and queues that are not there yet; harmless where they are. */
export async function prepareStorage(
  tables: readonly TableClient[],
  queues: QueueServiceClient,
): Promise<void> {
  await Promise.all([
    ...tables.map((table) => table.createTable()),
    ...QUEUE_NAMES.map((name) => queues.getQueueClient(name).createIfNotExists()),
  ]);
}
