import { TableClient } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { QueueServiceClient } from '@azure/storage-queue';

/** The storage account as the host's settings name it: by connection string, or by identity. */
export type StorageAccount =
  | { readonly connectionString: string }
  | { readonly accountName: string; readonly credential: TokenCredential };

/** Azurite speaks plain HTTP; a connection string to Azure itself says https. */
const OPTIONS = { allowInsecureConnection: true };

export const tableClient = (account: StorageAccount, name: string): TableClient =>
  'connectionString' in account
    ? TableClient.fromConnectionString(account.connectionString, name, OPTIONS)
    : new TableClient(endpoint(account.accountName, 'table'), name, account.credential);

export const queueService = (account: StorageAccount): QueueServiceClient =>
  'connectionString' in account
    ? QueueServiceClient.fromConnectionString(account.connectionString)
    : new QueueServiceClient(endpoint(account.accountName, 'queue'), account.credential);

export const endpoint = (accountName: string, service: 'blob' | 'queue' | 'table'): string =>
  `https://${accountName}.${service}.core.windows.net`;
