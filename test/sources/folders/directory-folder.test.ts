import { expect, test } from 'vitest';
import { SourceError } from '../../../shared/run/errors.ts';
import { directoryFolder } from '../../../shared/sources/folders/directory-folder.ts';
import { costFolder } from '../focus/cost-folder.ts';

test('a folder lists what is right in it, and its tree what lies deeper too', async () => {
  const folder = directoryFolder(costFolder({ 'a.csv': 'a', '2026/march/b.csv': 'bb' }));

  expect((await folder.files()).map(({ name }) => name)).toEqual(['a.csv']);
  expect((await folder.tree()).map(({ name, size }) => [name, size]).toSorted()).toEqual([
    ['2026/march/b.csv', 2],
    ['a.csv', 1],
  ]);
  expect(await (await folder.open('2026/march/b.csv')).toArray()).toEqual([Buffer.from('bb')]);
});

test('a folder that is not there says what it would hold', async () => {
  const folder = directoryFolder('/no/such/folder', 'exports of cost');

  await expect(folder.tree()).rejects.toThrow(
    new SourceError(
      'Cannot read "/no/such/folder" because it does not exist: name a folder that holds exports of cost',
    ),
  );
});
