import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Storage, startStorage } from '../../../local/storage/start-storage.ts';

/** Storage of its own for a test file; stopping it deletes it. */
export async function temporaryStorage(): Promise<Storage> {
  const folder = mkdtempSync(join(tmpdir(), 'duewatch-host-'));
  const { connectionString, stop } = await startStorage({ folder });
  return {
    connectionString,
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
