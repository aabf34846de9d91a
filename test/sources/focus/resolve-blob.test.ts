import { describe, expect, test } from 'vitest';
import { resolveBlob } from '../../../shared/sources/focus/resolve-blob.ts';

const file = (name: string) => ({ name, size: 1, modifiedAt: new Date('2026-03-17T00:00:00Z') });

describe('resolveBlob', () => {
  test.each([
    {
      blob: 'costs/daily/part.csv',
      at: 'costs/daily',
      is: 'costs/daily/part.csv',
      because: 'we list the container',
    },
    {
      blob: '/costs//daily\\part.csv',
      at: 'costs/daily',
      is: 'costs/daily/part.csv',
      because: 'slashes come in all ways',
    },
    {
      blob: 'daily/part.csv',
      at: 'costs/daily',
      is: 'costs/daily/part.csv',
      because: 'it is named from the root folder on',
    },
    {
      blob: 'costs/daily/part.csv',
      at: 'daily',
      is: 'daily/part.csv',
      because: 'we list only the root folder',
    },
    {
      blob: 'costs/daily/part.csv',
      at: 'copy/exports/costs/daily',
      is: 'copy/exports/costs/daily/part.csv',
      because: 'we list the folders above the container too',
    },
    {
      blob: 'https://a.blob.core.windows.net/exports/costs/daily/part.csv',
      at: 'costs/daily',
      is: 'costs/daily/part.csv',
      because: 'it is a whole address',
    },
    {
      blob: 'costs/daily/part.csv',
      at: 'moved/here',
      is: 'moved/here/part.csv',
      because: 'at last it lies beside its manifest',
    },
  ])('$blob is $is: $because', ({ blob, at, is }) => {
    const files = new Map([is, 'part.csv', 'other/part.csv'].map((name) => [name, file(name)]));
    const where = { manifest: `${at}/manifest.json`, rootFolder: 'costs' };

    expect(resolveBlob(blob, where, files)?.name).toBe(is);
  });

  test('a file of the same name elsewhere is another one', () => {
    const files = new Map([['other/part.csv', file('other/part.csv')]]);
    const where = { manifest: 'daily/manifest.json', rootFolder: '' };

    expect(resolveBlob('daily/part.csv', where, files)).toBeUndefined();
  });
});
