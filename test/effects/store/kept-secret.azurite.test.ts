import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startStorage } from '../../../local/storage/start-storage.ts';
import { keptSecretTable } from '../../../shared/effects/store/kept-secret-table.ts';
import { tableClient } from '../../../shared/effects/store/storage-clients.ts';

const folder = mkdtempSync(join(tmpdir(), 'duewatch-secret-'));
const storage = await startStorage({ folder });
const table = tableClient(storage, 'Secrets');
await table.createTable();

afterAll(async () => {
  await storage.stop();
  rmSync(folder, { recursive: true });
});

const kept = (first: string, sealedWith = 'client-secret', name = 'refresh-token') =>
  keptSecretTable(table, { name, first, sealedWith });

describe('a secret that is renewed by its use', () => {
  test('is the setting’s until a newer one is kept', async () => {
    const secret = kept('one', 'client-secret', 'fresh');

    expect(await secret.read()).toBe('one');
    await secret.keep('two');

    expect(await kept('one', 'client-secret', 'fresh').read()).toBe('two');
  });

  test('is the setting’s again when an operator sets another', async () => {
    await kept('one').keep('two');

    expect(await kept('three').read()).toBe('three');
  });

  test('is the setting’s again when what it was sealed with is another', async () => {
    await kept('one').keep('two');

    expect(await kept('one', 'another-client-secret').read()).toBe('one');
  });

  test('nobody reads it in the table', async () => {
    await kept('one').keep('canary-two');

    for await (const row of table.listEntities())
      expect(JSON.stringify(row)).not.toContain('canary-two');
  });
});
