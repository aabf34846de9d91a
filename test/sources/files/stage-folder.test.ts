import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CustomerId } from '../../../shared/ledger/customer.ts';
import { UnavailableError } from '../../../shared/run/errors.ts';
import { stageFolder } from '../../../shared/sources/files/stage-folder.ts';
import { directoryFolder } from '../../../shared/sources/folders/directory-folder.ts';
import type { Folder } from '../../../shared/sources/folders/folder.ts';
import { folderOf, temporaryFolder } from './data-folder.ts';

const idsOf = (customers: Iterable<{ customer: { customerId: string } }>) =>
  [...customers].map(({ customer }) => customer.customerId);

describe('stageFolder', () => {
  test('hands out pages that join without a gap or an overlap', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => `C ${index},x,EUR`);
    const path = folderOf({ 'customers.csv': `customerId,name,currency\n${rows.join('\n')}` });
    const staged = await stageFolder(directoryFolder(path), { stagingFolder: temporaryFolder() });

    const pages: string[][] = [];
    for (let after: CustomerId | undefined; pages.at(-1)?.length !== 0; ) {
      const page = idsOf(staged.customers(after, 10));
      pages.push(page);
      after = page.length === 0 ? after : CustomerId.parse(page.at(-1));
    }

    expect(pages.map((page) => page.length)).toEqual([10, 10, 5, 0]);
    expect(new Set(pages.flat()).size).toBe(25);
    expect(idsOf(staged.customers(undefined, 0))).toEqual([]);
    staged.close();
  });

  test('tells the day the folder names and when its newest data file was written', async () => {
    const path = folderOf({ 'as-of.txt': '\ufeff 2026-03-17 \r\n' });
    utimesSync(join(path, 'customers.csv'), 0, new Date('2026-03-16T20:00:00Z'));

    const staged = await stageFolder(directoryFolder(path), { stagingFolder: temporaryFolder() });

    expect(staged.asOf).toBe('2026-03-17');
    expect(staged.newestFileAt).toEqual(new Date('2026-03-16T20:00:00Z'));
    staged.close();
  });

  test('reads no file again while none has changed, and all once one has', async () => {
    const stagingFolder = temporaryFolder();
    const path = folderOf({});
    const opened: string[] = [];
    const folder = noting(directoryFolder(path), opened);

    (await stageFolder(folder, { stagingFolder })).close();
    (await stageFolder(folder, { stagingFolder })).close();
    expect(opened).toEqual(['customers.csv']);

    writeFileSync(join(path, 'customers.csv'), 'customerId,name,currency\nC-3,New,EUR\n');
    const staged = await stageFolder(folder, { stagingFolder });
    expect(opened).toEqual(['customers.csv', 'customers.csv']);
    expect(idsOf(staged.customers(undefined, 10))).toEqual(['C-3']);
    staged.close();
  });

  test('keeps one staging per folder, and one that is being read stays readable', async () => {
    const stagingFolder = temporaryFolder();
    const path = folderOf({});
    const other = await stageFolder(directoryFolder(folderOf({})), { stagingFolder });
    const before = await stageFolder(directoryFolder(path), { stagingFolder });

    writeFileSync(join(path, 'customers.csv'), 'customerId,name,currency\nC-3,New,EUR\n');
    (await stageFolder(directoryFolder(path), { stagingFolder })).close();

    expect(readdirSync(stagingFolder)).toHaveLength(2);
    expect(idsOf(before.customers(undefined, 10))).toEqual(['C-1', 'C-2']);
    before.close();
    other.close();
  });

  test('removes what others left half written an hour ago, and nothing that is being written', async () => {
    const stagingFolder = temporaryFolder();
    const path = folderOf({});
    (await stageFolder(directoryFolder(path), { stagingFolder })).close();
    const [name = ''] = readdirSync(stagingFolder);
    for (const part of ['left.part', 'live.part'])
      writeFileSync(join(stagingFolder, name + part), '');
    const longAgo = new Date('2020-01-01T00:00:00Z');
    utimesSync(join(stagingFolder, `${name}left.part`), longAgo, longAgo);

    writeFileSync(join(path, 'customers.csv'), 'customerId,name,currency\nC-3,New,EUR\n');
    (await stageFolder(directoryFolder(path), { stagingFolder })).close();

    const left = readdirSync(stagingFolder);
    expect(left).toContain(`${name}live.part`);
    expect(left).toHaveLength(2);
  });

  test('two that stage the same folder at once both read it whole', async () => {
    const stagingFolder = temporaryFolder();
    const folder = directoryFolder(folderOf({}));

    const both = await Promise.all([1, 2].map(() => stageFolder(folder, { stagingFolder })));

    for (const staged of both) {
      expect(idsOf(staged.customers(undefined, 10))).toEqual(['C-1', 'C-2']);
      staged.close();
    }
    expect(readdirSync(stagingFolder)).toHaveLength(1);
  });

  test('a folder that changes while it is read is refused, and leaves nothing behind', async () => {
    const stagingFolder = temporaryFolder();
    const path = folderOf({});
    const folder = noting(directoryFolder(path), {
      push: () => writeFileSync(join(path, 'budgets.csv'), 'customerId,amount,currency\n'),
    });

    const staged = stageFolder(folder, { stagingFolder });

    await expect(staged).rejects.toThrow(UnavailableError);
    await expect(staged).rejects.toThrow('changed while it was read');
    expect(readdirSync(stagingFolder)).toEqual([]);
  });

  test('a file that goes away while its folder is read is to be tried again', async () => {
    const path = folderOf({ 'budgets.csv': 'customerId,amount,currency\n' });
    const folder = noting(directoryFolder(path), {
      push: () => rmSync(join(path, 'budgets.csv'), { force: true }),
    });

    const staged = stageFolder(folder, { stagingFolder: temporaryFolder() });

    await expect(staged).rejects.toThrow(
      new UnavailableError(
        `Cannot read "${join(path, 'budgets.csv')}" because it went away while it was read: try again when its files are complete`,
      ),
    );
  });
});

/** Tells which files are opened, before they are. */
const noting = (folder: Folder, opened: { push(name: string): unknown }): Folder => ({
  ...folder,
  open: (name) => {
    opened.push(name);
    return folder.open(name);
  },
});
