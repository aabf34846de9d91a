import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BlobServiceClient } from '@azure/storage-blob';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Storage, startStorage } from '../../../local/storage/start-storage.ts';
import { containerFolder } from '../../../shared/sources/folders/container-folder.ts';
import type { Files } from '../files/data-folder.ts';
import { charge, focusCsv, manifest, readAllCosts, spentIn } from './cost-folder.ts';

describe('a container of exports', () => {
  const path = mkdtempSync(join(tmpdir(), 'focus-azurite-'));
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

  const part = gzipSync(focusCsv(charge()));
  const old = focusCsv(charge({ cost: '9.00' }));
  const EXPORTS: Files = {
    'costs/daily/20260301-20260331/r1/part_0.csv.gz': part,
    'costs/daily/20260301-20260331/r1/manifest.json': manifest({
      blobs: [
        {
          blobName: 'costs/daily/20260301-20260331/r1/part_0.csv.gz',
          byteCount: part.length,
        },
      ],
    }),
    'costs/daily/20260301-20260331/r0/part_0.csv': old,
    'costs/daily/20260301-20260331/r0/manifest.json': manifest({
      at: '2026-03-16T04:00:00Z',
      blobs: [{ blobName: 'costs/daily/20260301-20260331/r0/part_0.csv' }],
    }),
    'elsewhere/manifest.json': manifest({
      scope: '/subscriptions/s-1',
      blobs: [{ blobName: 'x' }],
    }),
  };

  test('is read by its manifests, however deep they lie', async () => {
    const read = await readAllCosts(containerFolder(await containerOf('exports', EXPORTS)));

    expect(spentIn(read)).toEqual(['contoso 2026-03-03 100 EUR']);
    expect(read.rejects.map(({ file }) => file)).toEqual(['elsewhere/manifest.json']);
  });

  test('is read under a prefix, with blobs that are named from the container on', async () => {
    const container = await containerOf('prefixed', EXPORTS);

    const read = await readAllCosts(containerFolder(container, 'costs/daily'));

    expect(spentIn(read)).toEqual(['contoso 2026-03-03 100 EUR']);
    expect(read.rejects).toEqual([]);
  });

  test('that is not there is told from one that holds no cost', async () => {
    const missing = containerFolder(service.getContainerClient('nowhere'), '', 'exports of cost');
    const empty = containerFolder(await containerOf('empty', {}));

    await expect(readAllCosts(missing)).rejects.toThrow(
      'name a container that holds exports of cost',
    );
    await expect(readAllCosts(empty)).rejects.toThrow('neither a manifest.json nor a cost file');
  });
});
