import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { customerIdOf } from '../../../shared/ledger/source-facts.ts';
import { UnavailableError } from '../../../shared/run/errors.ts';
import { focusSource } from '../../../shared/sources/focus/focus-source.ts';
import { directoryFolder } from '../../../shared/sources/folders/directory-folder.ts';
import { temporaryFolder } from '../files/data-folder.ts';
import { charge, costFolder, focusCsv, manifest } from './cost-folder.ts';

describe('focusSource', () => {
  test('hands out pages that join, and says what was left out and what is odd', async () => {
    const ids = ['a', 'b/ü', 'c', 'd'];
    const content = focusCsv(...ids.map((customer) => charge({ customer })), charge({ cost: '?' }));
    const path = costFolder({
      'p/part.csv': content,
      'p/manifest.json': manifest({ blobs: [{ blobName: 'p/part.csv' }] }),
      'q/manifest.json': manifest({ scope: '/subscriptions/s-1', name: 'other' }),
      'r/manifest.json': '{}',
    });

    const source = focusSource(directoryFolder(path), { stagingFolder: temporaryFolder() });
    const reading = await source.open();

    const first = await reading.customers(undefined, 3);
    const rest = await reading.customers('c', 3);
    expect([...first, ...rest].map(customerIdOf)).toEqual(ids);
    expect(await reading.customers(undefined, 0)).toEqual([]);
    expect([...reading.rejects()].map(({ file, line }) => [file, line])).toEqual([
      ['r/manifest.json', 1],
      ['p/part.csv', 6],
    ]);
    expect(reading).toMatchObject({
      rejected: 2,
      duplicates: 0,
      newestAt: new Date('2026-03-17T04:10:11.123Z'),
      incomplete: 'r/manifest.json could not be read to the end',
      findings: ['export "other" has no rows for 2026-03 (q/manifest.json)'],
    });
    reading.close();
  });

  test('reads nothing again while nothing has changed, and all once something has', async () => {
    const stagingFolder = temporaryFolder();
    const path = costFolder({ 'a.csv': focusCsv(charge()) });
    const opened: string[] = [];
    const folder = directoryFolder(path);
    const noted = {
      ...folder,
      open: (name: string) => {
        opened.push(name);
        return folder.open(name);
      },
    };
    const source = focusSource(noted, { stagingFolder });

    (await source.open()).close();
    (await source.open()).close();
    expect(opened).toEqual(['a.csv']);

    writeFileSync(join(path, 'b.csv'), focusCsv(charge({ customer: 'x' })));
    const reading = await source.open();
    expect(opened).toEqual(['a.csv', 'a.csv', 'b.csv']);
    expect(await reading.customers(undefined, 9)).toHaveLength(2);
    expect(readdirSync(stagingFolder)).toHaveLength(1);
    reading.close();
  });

  test('refuses a folder whose files change while they are read, and leaves nothing behind', async () => {
    const stagingFolder = temporaryFolder();
    const path = costFolder({ 'a.csv': focusCsv(charge()) });
    const folder = directoryFolder(path);
    const changing = {
      ...folder,
      open: (name: string) => {
        writeFileSync(join(path, 'a.csv'), focusCsv(charge(), charge()));
        return folder.open(name);
      },
    };

    const opening = focusSource(changing, { stagingFolder }).open();

    await expect(opening).rejects.toThrow(UnavailableError);
    await expect(opening).rejects.toThrow('changed while it was read');
    expect(readdirSync(stagingFolder)).toEqual([]);
  });
});
