import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { StorageError } from './storage-error.ts';

export type Storage = {
  readonly connectionString: string;
  /** Ends once everything is saved. */
  stop(): Promise<void>;
};

export type StartStorage = {
  /** The state folder: the data go to `storage/` in it, the lock beside that. */
  readonly folder: string;
  /** Forget the data of earlier nights; done only once the lock is ours. */
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  /** Told when storage ends though nobody stopped it: nothing can be read or written any more. */
  readonly onLost?: (error: StorageError) => void;
};

const Report = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), connectionString: z.string() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);

/**
 * Tables, queues and blobs on this machine, kept in `folder`, served by a process of their own
 * that outlives this one just long enough to save. Throws StorageError.
 */
export async function startStorage(options: StartStorage): Promise<Storage> {
  const folder = resolve(options.folder);
  options.signal?.throwIfAborted();
  const child = forkStorage(folder, options.fresh === true);
  const giveUp = (): void => disconnect(child);
  options.signal?.addEventListener('abort', giveUp);
  try {
    const connectionString = await firstReport(child, folder);
    return serving(child, folder, connectionString, options.onLost);
  } catch (error) {
    await end(child);
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', giveUp);
  }
}

/** Detached, so that Ctrl-C reaches us alone, and without what our own start was given. */
function forkStorage(folder: string, fresh: boolean): ChildProcess {
  const { AZURITE_ACCOUNTS: _accounts, NODE_OPTIONS: _options, ...env } = process.env;
  return fork(
    fileURLToPath(new URL('./storage-process.ts', import.meta.url)),
    [folder, `${process.pid}`, ...(fresh ? ['fresh'] : [])],
    { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [], env },
  );
}

async function firstReport(child: ChildProcess, folder: string): Promise<string> {
  const { promise, resolve: tell, reject } = Promise.withResolvers<unknown>();
  child.once('message', tell);
  child.once('error', reject);
  child.once('exit', (code, signal) => reject(storageEnded('open', folder, code ?? signal)));
  const said = Report.parse(await promise);
  if (said.kind === 'failed') throw new StorageError(said.message);
  return said.connectionString;
}

/** From here on the child alone keeps no app from ending, and its own unasked end is told. */
function serving(
  child: ChildProcess,
  folder: string,
  connectionString: string,
  onLost: StartStorage['onLost'],
): Storage {
  let stopping = false;
  const ended = once(child, 'exit').then(([code, signal]): unknown => code ?? signal);
  child.once('exit', (code, signal) => {
    if (!stopping) onLost?.(storageEnded('go on with', folder, code ?? signal));
  });
  child.unref();
  child.channel?.unref();

  return {
    connectionString,
    async stop() {
      stopping = true;
      child.ref();
      disconnect(child);
      const how = await ended;
      if (how !== 0) throw storageEnded('save', folder, how);
    },
  };
}

/** A child that still held the lock would refuse the next start. */
async function end(child: ChildProcess): Promise<void> {
  disconnect(child);
  const isRunning = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  if (isRunning) await once(child, 'exit');
}

function disconnect(child: ChildProcess): void {
  if (child.connected) child.disconnect();
}

const storageEnded = (doing: string, folder: string, how: unknown): StorageError =>
  new StorageError(
    `Cannot ${doing} the state folder "${folder}" because its storage process ended with ${how}: see storage-errors.log in that folder`,
  );
