import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startStorage } from '../../../local/storage/start-storage.ts';
import { StorageError } from '../../../local/storage/storage-error.ts';
import { readSamples, SAMPLES, writeSamples } from './samples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duewatch-storage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('everything written is there after a stop and a new start', async () => {
  const first = await startStorage({ folder });
  await writeSamples(first.connectionString);
  await first.stop();

  const second = await startStorage({ folder });
  const found = await readSamples(second.connectionString);
  await second.stop();

  expect(sorted(found)).toEqual(SAMPLES);
});

test('everything written is there after the app is killed right after writing', async () => {
  const app = fork(new URL('./writes-and-waits.ts', import.meta.url), [folder], { execArgv: [] });
  await Promise.race([once(app, 'message'), once(app, 'exit').then(() => Promise.reject(app))]);
  app.kill('SIGKILL');
  await once(app, 'exit');

  const successor = await startStorage({ folder });
  const found = await readSamples(successor.connectionString);
  await successor.stop();

  expect(sorted(found)).toEqual(SAMPLES);
});

test('storage ends with its app and leaves no lock behind', async () => {
  const { stop } = await startStorage({ folder });
  const [pid] = lock().split(' ').map(Number);
  await stop();

  expect(existsSync(join(folder, 'storage.lock'))).toBe(false);
  expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
});

test('a second app is refused the folder and told which process has it', async () => {
  const { stop } = await startStorage({ folder });

  await expect(startStorage({ folder })).rejects.toThrow(
    `Cannot open the state folder "${folder}" because another Duewatch (process ${process.pid}) is using it: stop it or pass another --state`,
  );

  await stop();
});

test('a lock left by a process that has died is taken over', async () => {
  writeFileSync(join(folder, 'storage.lock'), '999999999 999999998 serving\n');

  const { stop } = await startStorage({ folder });

  expect(lock()).toContain(` ${process.pid} serving`);
  await stop();
});

test('a lock whose process id now belongs to another program is taken over', async () => {
  writeFileSync(join(folder, 'storage.lock'), `${process.ppid} ${process.pid} serving\n`);

  const { stop } = await startStorage({ folder });

  expect(lock()).not.toContain(`${process.ppid} `);
  await stop();
});

test('a fresh start forgets what was saved', async () => {
  const first = await startStorage({ folder });
  await writeSamples(first.connectionString);
  await first.stop();

  const second = await startStorage({ folder, fresh: true });

  await writeSamples(second.connectionString); // creates the table: it is not there any more
  await second.stop();
});

test('a folder that cannot be made names itself and the reason', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');

  const refused = startStorage({ folder: join(file, 'state') });

  await expect(refused).rejects.toBeInstanceOf(StorageError);
  await expect(refused).rejects.toThrow(
    `Cannot open the state folder "${join(file, 'state')}" because a file is in its way (ENOTDIR): make it writable or pass another --state`,
  );
});

test('saved data that cannot be read are not overwritten', async () => {
  await (await startStorage({ folder })).stop();
  const database = join(folder, 'storage', '__azurite_db_table__.json');
  writeFileSync(database, '{"cut off');

  await expect(startStorage({ folder })).rejects.toThrow('what is saved in it cannot be read');

  expect(readFileSync(database, 'utf8')).toBe('{"cut off');
});

test('an app hears of it when its storage dies', async () => {
  const { promise: lost, resolve } = Promise.withResolvers<StorageError>();
  await startStorage({ folder, onLost: resolve });

  process.kill(Number(lock().split(' ')[0]), 'SIGKILL');

  expect((await lost).message).toContain('its storage process ended with SIGKILL');
});

test('a start that is aborted leaves nothing running', async () => {
  const giveUp = new AbortController();
  const starting = startStorage({ folder, signal: giveUp.signal });
  giveUp.abort(new Error('never mind'));

  await expect(starting).rejects.toThrow('never mind');

  await (await startStorage({ folder })).stop();
});

const lock = (): string => readFileSync(join(folder, 'storage.lock'), 'utf8');

const sorted = ({ rows, messages, blobs }: typeof SAMPLES): typeof SAMPLES => ({
  rows: rows.toSorted(),
  messages: messages.toSorted(),
  blobs,
});
