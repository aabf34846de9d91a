import { TableClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';

const count = <T>(length: number, each: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => each(index));

/** 500 rows, 50 messages and 5 blobs. */
export async function writeSamples(connectionString: string): Promise<void> {
  const { table, queue, container } = clients(connectionString);
  await Promise.all([table.createTable(), queue.create(), container.create()]);
  await Promise.all([
    ...count(5, (group) =>
      table.submitTransaction(
        count(100, (row) => [
          'create',
          { partitionKey: `p${group}`, rowKey: `r${row}`, text: `${group}-${row}` },
        ]),
      ),
    ),
    ...count(50, (index) => queue.sendMessage(`message ${index}`)),
    ...count(5, (index) => container.getBlockBlobClient(`b${index}`).upload(`blob ${index}`, 6)),
  ]);
}

/** What is there now, as texts. Messages are taken. */
export async function readSamples(
  connectionString: string,
): Promise<{ rows: string[]; messages: string[]; blobs: string[] }> {
  const { table, queue, container } = clients(connectionString);
  const rows = await Array.fromAsync(table.listEntities(), ({ text }) => `${text}`);
  const messages: string[] = [];
  for (let more = true; more; ) {
    const { receivedMessageItems } = await queue.receiveMessages({ numberOfMessages: 32 });
    messages.push(...receivedMessageItems.map(({ messageText }) => messageText));
    more = receivedMessageItems.length > 0;
  }
  const blobs = await Promise.all(
    count(5, async (index) =>
      (await container.getBlobClient(`b${index}`).downloadToBuffer()).toString(),
    ),
  );
  return { rows, messages, blobs };
}

export const SAMPLES = {
  rows: count(500, (index) => `${Math.floor(index / 100)}-${index % 100}`).toSorted(),
  messages: count(50, (index) => `message ${index}`).toSorted(),
  blobs: count(5, (index) => `blob ${index}`),
};

function clients(connectionString: string) {
  return {
    table: TableClient.fromConnectionString(connectionString, 'Samples', {
      allowInsecureConnection: true,
    }),
    queue: QueueServiceClient.fromConnectionString(connectionString).getQueueClient('samples'),
    container:
      BlobServiceClient.fromConnectionString(connectionString).getContainerClient('samples'),
  };
}
