import type { TokenCredential } from '@azure/identity';
import { BlobServiceClient, ContainerClient } from '@azure/storage-blob';
import { endpoint, type StorageAccount } from './storage-clients.ts';

/** A container of the account by name, or any by its address, read by identity. */
export function blobContainer(
  account: StorageAccount,
  nameOrUrl: string,
  credential: TokenCredential | undefined,
): ContainerClient {
  if (nameOrUrl.startsWith('https://')) return new ContainerClient(nameOrUrl, credential);
  const service =
    'connectionString' in account
      ? BlobServiceClient.fromConnectionString(account.connectionString)
      : new BlobServiceClient(endpoint(account.accountName, 'blob'), account.credential);
  return service.getContainerClient(nameOrUrl);
}
