import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startStorage } from '../../../local/storage/start-storage.ts';
import { callAllowanceTable } from '../../../shared/effects/store/call-allowance-table.ts';
import { tableClient } from '../../../shared/effects/store/storage-clients.ts';
import { sharesCalls } from '../../contracts/call-allowance.ts';

const folder = mkdtempSync(join(tmpdir(), 'duewatch-calls-'));
const storage = await startStorage({ folder });
const table = tableClient(storage, 'Calls');
await table.createTable();

afterAll(async () => {
  await storage.stop();
  rmSync(folder, { recursive: true });
});

const clocked = {
  now: '',
  open: (of: string) =>
    callAllowanceTable(table, { of, perMinute: 50 }, () => new Date(clocked.now)),
};

describe('the calls of a tenant in a table', () => {
  sharesCalls(() => clocked);

  test('workers that claim at the same moment never get more than there is', async () => {
    clocked.now = '2026-11-26T02:00:01Z';
    const workers = Array.from({ length: 5 }, () => clocked.open('raced'));

    const claims = await Promise.all(workers.map((worker) => worker.claim(20)));

    expect(claims.map(({ granted }) => granted).toSorted((a, b) => b - a)).toEqual([
      20, 20, 10, 0, 0,
    ]);
  });
});
