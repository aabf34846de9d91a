import { describe, expect, test } from 'vitest';
import { containerPlace, liveSource } from '../shared/live-sources.ts';
import { readSettings } from '../shared/settings.ts';

describe('containerPlace', () => {
  test.each([
    { text: 'exports', nameOrUrl: 'exports', prefix: '' },
    { text: 'exports/costs/daily', nameOrUrl: 'exports', prefix: 'costs/daily' },
    {
      text: 'https://acct.blob.core.windows.net/exports',
      nameOrUrl: 'https://acct.blob.core.windows.net/exports',
      prefix: '',
    },
    {
      text: 'https://acct.blob.core.windows.net/exports/costs%20a/daily?sig=x',
      nameOrUrl: 'https://acct.blob.core.windows.net/exports?sig=x',
      prefix: 'costs a/daily',
    },
  ])('$text is "$prefix" in $nameOrUrl', ({ text, nameOrUrl, prefix }) => {
    expect(containerPlace(text)).toEqual({ nameOrUrl, prefix });
  });
});

describe('liveSource', () => {
  test.each([
    { set: {}, names: [] },
    { set: { FILES_FOLDER: 'a' }, names: ['files'] },
    { set: { FILES_FOLDER: 'a', FOCUS_FOLDER: 'b' }, names: ['files', 'focus'] },
    { set: { FILES_CONTAINER: 'a', FOCUS_CONTAINER: 'b/c' }, names: ['files', 'focus'] },
  ])('$set makes the sources $names', async ({ set, names }) => {
    const account = { connectionString: 'UseDevelopmentStorage=true' };
    const settings = readSettings({ AzureWebJobsStorage: 'UseDevelopmentStorage=true', ...set });

    const { books, costs } = await liveSource(settings, account);

    expect([...books, ...costs].map(({ name }) => name)).toEqual(names);
  });
});
