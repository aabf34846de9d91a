import { expect, test } from 'vitest';
import { DirectoryEntry } from '../../shared/ledger/directory-entry.ts';
import { StaleError } from '../../shared/run/errors.ts';
import type { Directory } from '../../shared/run/pull/directory-ports.ts';
import { present } from './run-builders.ts';

const entry = (customerId: string, ...tenantIds: string[]): DirectoryEntry =>
  DirectoryEntry.parse({ customerId, tenantIds, by: 'anna', at: '2026-03-17T09:00:00Z' });

export function keepsDirectory(make: () => Promise<Directory>): void {
  test('a customer that nobody entered has no entry', async () => {
    const directory = await make();

    expect(await directory.load(entry('a/b#?').customerId)).toBeUndefined();
    expect((await Array.fromAsync(directory.entries())).flat()).toEqual([]);
  });

  test('an entry comes back as it was saved, alone and among all', async () => {
    const directory = await make();
    const them = entry('a/b#?', 'tenant-1', 'tenant-2');

    const saved = await directory.save(undefined, them);

    expect(saved.value).toEqual(them);
    expect(await directory.load(them.customerId)).toEqual(saved);
    expect((await Array.fromAsync(directory.entries())).flat()).toEqual([saved]);
  });

  test('an entry changes for who read it last, and for nobody else', async () => {
    const directory = await make();
    const first = await directory.save(undefined, entry('c'));
    const second = await directory.save(first.etag, entry('c', 'tenant-1'));

    await expect(directory.save(first.etag, entry('c', 'tenant-9'))).rejects.toThrow(StaleError);
    await expect(directory.save(undefined, entry('c', 'tenant-9'))).rejects.toThrow(StaleError);
    await expect(directory.remove(first)).rejects.toThrow(StaleError);

    expect(present(await directory.load(second.value.customerId)).value).toEqual(second.value);
  });

  test('an entry that was removed is gone, and is not removed again', async () => {
    const directory = await make();
    const saved = await directory.save(undefined, entry('d'));
    await directory.remove(saved);

    await expect(directory.remove(saved)).rejects.toThrow(StaleError);

    expect(await directory.load(saved.value.customerId)).toBeUndefined();
  });
}
