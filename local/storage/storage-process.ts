import { appendFileSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { openAzurite } from './azurite.ts';
import { makeFolder } from './make-folder.ts';
import { takeStateLock } from './state-lock.ts';
import { cannotOpenFolder, cannotReadData, StorageError } from './storage-error.ts';

// The storage of one app, in a process of its own, so that the app may die in any way and nothing
// that storage has acknowledged is lost: when the channel to the app closes, it saves and ends.

const [folder = '', app = '', fresh = ''] = process.argv.slice(2);
const data = join(folder, 'storage');
const LAST_SAVE_MS = 30_000;
let finish = (): unknown => process.exit(0);

process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
process.on('SIGTERM', () => process.connected && process.disconnect());
process.on('disconnect', () => void finish());
process.on('uncaughtExceptionMonitor', ({ stack }) =>
  appendFileSync(join(folder, 'storage-errors.log'), `${new Date().toISOString()} ${stack}\n`),
);

try {
  await serve();
} catch (error) {
  const { message } = error instanceof StorageError ? error : cannotOpenFolder(folder, error);
  process.send?.({ kind: 'failed', message }, () => process.exit(1));
}

async function serve(): Promise<void> {
  makeFolder(folder);
  enableCompileCache();
  const lock = await takeStateLock({ folder, app: Number(app), storage: process.pid });
  process.on('exit', () => lock.release());
  if (fresh !== '') rmSync(data, { recursive: true, force: true });
  makeFolder(data);

  const azurite = await openAzurite(data).catch((error: unknown) => {
    throw cannotReadData(folder, error);
  });
  finish = async () => {
    try {
      lock.saving();
    } finally {
      await azurite.close();
    }
    // Not at once: a save that was already under way must reach the disk as well.
    setTimeout(() => process.exit(), LAST_SAVE_MS).unref();
  };
  process.send?.({ kind: 'ready', connectionString: azurite.connectionString });
}
