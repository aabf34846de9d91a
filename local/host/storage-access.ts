import type { TableClient } from '@azure/data-tables';
import type { ContainerClient } from '@azure/storage-blob';
import type { QueueClient } from '@azure/storage-queue';
import type { MessageEncoding } from './queues/message-text.ts';
import { connectionString, type Setting } from './settings.ts';

/** The host's own way to storage, by the names of connection settings. */
export type StorageAccess = {
  readonly setting: Setting;
  readonly messageEncoding: MessageEncoding;
  queue(connection: string, name: string): Promise<QueueClient>;
  table(connection: string, name: string): Promise<TableClient>;
  container(connection: string, name: string): Promise<ContainerClient>;
};

/** Each client library is loaded when first asked for: together they take a third of a second. */
export function storageAccess(setting: Setting, messageEncoding: MessageEncoding): StorageAccess {
  return {
    setting,
    messageEncoding,
    async queue(connection, name) {
      const { QueueServiceClient } = await import('@azure/storage-queue');
      const service = QueueServiceClient.fromConnectionString(
        connectionString(connection, setting),
      );
      return service.getQueueClient(name);
    },
    async table(connection, name) {
      const { TableClient } = await import('@azure/data-tables');
      const text = connectionString(connection, setting);
      return TableClient.fromConnectionString(text, name, { allowInsecureConnection: true });
    },
    async container(connection, name) {
      const { BlobServiceClient } = await import('@azure/storage-blob');
      const service = BlobServiceClient.fromConnectionString(connectionString(connection, setting));
      return service.getContainerClient(name);
    },
  };
}
