import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  BlobServiceClient,
  ContainerClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Storage, startStorage } from '../../../local/storage/start-storage.ts';
import { SourceError } from '../../../shared/run/errors.ts';
import { containerFolder } from '../../../shared/sources/folders/container-folder.ts';
import { CUSTOMERS, type Files, readAll } from './data-folder.ts';

describe('containerFolder', () => {
  const path = mkdtempSync(join(tmpdir(), 'files-azurite-'));
  let storage: Storage;
  let service: BlobServiceClient;

  beforeAll(async () => {
    storage = await startStorage({ folder: path });
    service = BlobServiceClient.fromConnectionString(storage.connectionString);
  });

  afterAll(async () => {
    await storage.stop();
    rmSync(path, { recursive: true, force: true });
  });

  async function containerOf(name: string, blobs: Files) {
    const container = service.getContainerClient(name);
    await container.create();
    for (const [blob, content] of Object.entries(blobs))
      await container.getBlockBlobClient(blob).uploadData(Buffer.from(content));
    return container;
  }

  test('reads a container, plain and packed, and not what lies deeper in it', async () => {
    const container = await containerOf('whole', {
      'customers.csv': CUSTOMERS,
      'budgets.csv.gz': gzipSync('customerId,amount,currency\nC-2,250.00,USD\n'),
      'old/spend.csv': 'no such columns',
    });

    const { customers, rejects } = await readAll(containerFolder(container));

    expect(rejects).toEqual([]);
    expect(customers).toMatchObject([{ budgets: [] }, { budgets: [{ minorUnits: 25_000 }] }]);
  });

  test('reads only what is right under a prefix', async () => {
    const container = await containerOf('prefixed', {
      'customers.csv': 'of no use',
      '2026/march/customers.csv': CUSTOMERS,
      '2026/march-2/budgets.csv': 'of no use',
    });

    const folder = containerFolder(container, '2026/march');

    expect((await folder.files()).map(({ name }) => name)).toEqual(['customers.csv']);
    expect((await readAll(folder)).customers).toHaveLength(2);
    expect(folder.location).toMatch(/\/prefixed\/2026\/march$/);
  });

  test('a blob that is written again is a changed file', async () => {
    const container = await containerOf('rewritten', { 'customers.csv': CUSTOMERS });
    const folder = containerFolder(container);

    const [before] = await folder.files();
    await container.getBlockBlobClient('customers.csv').uploadData(Buffer.from(CUSTOMERS));
    const [after] = await folder.files();

    expect(before?.etag).toBeDefined();
    expect(after?.etag).not.toBe(before?.etag);
  });

  test('a container that is not there is a SourceError that names it', async () => {
    const folder = containerFolder(service.getContainerClient('nowhere'));

    await expect(readAll(folder)).rejects.toThrow(
      new SourceError(
        `Cannot read "${folder.location}" because it does not exist: name a container that holds customers.csv`,
      ),
    );
  });

  test('a refused key is a SourceError, and no key is ever part of the location', async () => {
    const stranger = new StorageSharedKeyCredential(service.accountName, 'bm90IHRoZSBrZXk=');
    const folder = containerFolder(
      new BlobServiceClient(service.url, stranger).getContainerClient('whole'),
    );
    const signed = new ContainerClient(`${service.url}whole?sig=secret`);

    await expect(folder.files()).rejects.toThrow(SourceError);
    await expect(folder.files()).rejects.toThrow('permission is denied');
    expect(containerFolder(signed).location).not.toContain('secret');
  });
});
