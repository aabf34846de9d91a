import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIsRunning } from './process-is-running.ts';
import { errorCode, StorageError } from './storage-error.ts';

/** What the lock file says: which app uses the folder, and through which storage process. */
type Holder = { readonly storage: number; readonly app: number; readonly saving: boolean };

export type StateLock = {
  /** From here on a successor waits for us instead of being refused. */
  saving(): void;
  release(): void;
};

export type TakeLock = {
  readonly folder: string;
  readonly app: number;
  readonly storage: number;
  /** How long a predecessor may take to save what it had in memory. */
  readonly patienceMs?: number;
};

const LOCK_FILE = 'storage.lock';
const RETRY_MS = 50;
/** A lock is created and filled in two steps; one still empty after this long never will be. */
const HALF_WRITTEN_MS = 2_000;

/**
 * One app per state folder. A lock whose process has died is taken over; one whose app has died
 * while its storage process is still saving is waited for.
 */
export async function takeStateLock(taking: TakeLock): Promise<StateLock> {
  const file = join(taking.folder, LOCK_FILE);
  const deadline = performance.now() + (taking.patienceMs ?? 15_000);
  for (;;) {
    if (createLock(file, taking)) return heldLock(file, taking);
    const holder = readHolder(file);
    if (holder === 'stale') {
      rmSync(file, { force: true });
      // Two successors may both have found it stale: the later removal takes the earlier's lock.
      if (createLock(file, taking) && (await stillOurs(file, taking)))
        return heldLock(file, taking);
    } else if (holder !== 'half-written') {
      refuseIfInUse(taking.folder, holder, performance.now() > deadline);
    }
    await sleep(RETRY_MS);
  }
}

function createLock(file: string, { storage, app }: TakeLock): boolean {
  try {
    writeFileSync(file, `${storage} ${app} serving\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function heldLock(file: string, { storage, app }: TakeLock): StateLock {
  return {
    saving: () => writeFileSync(file, `${storage} ${app} saving\n`),
    release: () => rmSync(file, { force: true }),
  };
}

function readHolder(file: string): Holder | 'stale' | 'half-written' {
  try {
    const [storage, app, phase] = readFileSync(file, 'utf8').trim().split(' ');
    if (phase === undefined)
      return Date.now() - statSync(file).mtimeMs > HALF_WRITTEN_MS ? 'stale' : 'half-written';
    const holder = { storage: Number(storage), app: Number(app), saving: phase === 'saving' };
    const isOurs =
      holder.storage !== process.pid && processIsRunning(holder.storage, 'storage-process');
    return isOurs ? holder : 'stale';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'half-written';
    throw error;
  }
}

async function stillOurs(file: string, { storage }: TakeLock): Promise<boolean> {
  await sleep(2 * RETRY_MS);
  const holder = readFileSync(file, { encoding: 'utf8', flag: 'a+' });
  return holder.startsWith(`${storage} `);
}

function refuseIfInUse(folder: string, { storage, app, saving }: Holder, late: boolean): void {
  if (!saving && processIsRunning(app))
    throw new StorageError(
      `Cannot open the state folder "${folder}" because another Duewatch (process ${app}) is using it: stop it or pass another --state`,
    );
  if (late)
    throw new StorageError(
      `Cannot open the state folder "${folder}" because the storage of the last run (process ${storage}) is still saving: wait for it or pass another --state`,
    );
}
