import { describe, expect, test } from 'vitest';
import { charge, focusCsv, manifest, readCosts, spentIn } from './cost-folder.ts';

const blob = (blobName: string, content: string) => ({ blobName, byteCount: content.length });

/** A run as its folder holds it: its manifest, and a part of one charge of so much. */
function run(folder: string, cost: string, over: Parameters<typeof manifest>[0] = {}) {
  const content = focusCsv(charge({ cost }));
  const blobs = [blob(`costs/${folder}/part_0.csv`, content)];
  return {
    [`costs/${folder}/manifest.json`]: manifest({ blobs, ...over }),
    [`costs/${folder}/part_0.csv`]: content,
  };
}

const CONTOSO = (cents: number): string[] => [`contoso 2026-03-03 ${cents} EUR`];

describe('which runs count', () => {
  test('month to date replaces: of two runs of a month the newest is read, and no more', async () => {
    const read = await readCosts({
      ...run('old', '1.00', { at: '2026-03-16T04:00:00Z' }),
      ...run('new', '2.00', { at: '2026-03-17T04:00:00.1234567Z' }),
      ...run('older', '3.00', { at: '2026-03-15T04:00:00Z' }),
    });

    expect(spentIn(read)).toEqual(CONTOSO(200));
    expect(read.counts.map(({ file }) => file)).toEqual(['costs/new/part_0.csv']);
    expect(read.newestAt).toEqual(new Date('2026-03-17T04:00:00.123Z'));
  });

  test('a last-month export replaces the daily one of its month, as they are of one scope', async () => {
    const march = { from: '2026-03-01T00:00:00', to: '2026-03-31T00:00:00' };
    const read = await readCosts({
      ...run('daily', '1.00', { ...march, name: 'daily', at: '2026-03-31T04:00:00Z' }),
      ...run('final', '2.00', { ...march, name: 'last-month', at: '2026-04-05T04:00:00Z' }),
    });

    expect(spentIn(read)).toEqual(CONTOSO(200));
  });

  test('months, and scopes of one month, add up', async () => {
    const read = await readCosts({
      ...run('march', '1.00'),
      ...run('april', '2.00', { from: '2026-04-01T00:00:00', to: '2026-04-30T00:00:00' }),
      ...run('other', '4.00', { scope: '/subscriptions/s-9' }),
    });

    expect(spentIn(read)).toEqual(CONTOSO(700));
  });

  test('a run of several months is read for those that no newer run speaks for', async () => {
    const content = focusCsv(
      charge({ cost: '1.00', billed: '2026-01-01T00:00Z', start: '2026-01-05T00:00Z' }),
      charge({ cost: '2.00', billed: '2026-02-01T00:00Z', start: '2026-02-05T00:00Z' }),
      charge({ cost: '9.00' }),
    );
    const read = await readCosts({
      'history/part.csv': content,
      'history/manifest.json': manifest({
        at: '2026-03-10T00:00:00Z',
        from: '2026-01-01T00:00:00',
        to: '2026-04-01T00:00:00',
        blobs: [blob('history/part.csv', content)],
      }),
      ...run('march', '4.00'),
    });

    expect(spentIn(read)).toEqual([
      'contoso 2026-01-05 100 EUR',
      'contoso 2026-02-05 200 EUR',
      'contoso 2026-03-03 400 EUR',
    ]);
    expect(read.counts).toContainEqual(
      expect.objectContaining({ file: 'history/part.csv', rows: 3, accepted: 2, duplicates: 1 }),
    );
  });

  test('an end on the first of the next month is where the run ends, and no part of it', async () => {
    const march = { from: '2026-03-01T00:00:00', to: '2026-04-01T00:00:00' };
    const april = { from: '2026-04-01T00:00:00', to: '2026-04-01T00:00:00' };
    const read = await readCosts({
      ...run('march', '1.00', { ...march, at: '2026-04-05T00:00:00Z' }),
      ...run('april', '2.00', { ...april, at: '2026-04-01T04:00:00Z' }),
    });

    expect(spentIn(read)).toEqual(CONTOSO(300));
  });

  test('a manifest may begin with a byte order mark, and its instants are UTC without saying so', async () => {
    const { 'costs/a/manifest.json': text = '', ...part } = run('a', '1.00', {
      at: '2026-03-17T04:00:00',
    });
    const read = await readCosts({ ...part, 'costs/a/manifest.json': `\ufeff${text}` });

    expect(spentIn(read)).toEqual(CONTOSO(100));
    expect(read.newestAt).toEqual(new Date('2026-03-17T04:00:00Z'));
  });

  test('FOCUS is read before actual cost of the same scope, however old', async () => {
    const read = await readCosts({
      ...run('focus', '1.00', { at: '2026-03-16T00:00:00Z' }),
      ...run('actual', '2.00', { type: 'ActualCost' }),
    });

    expect(spentIn(read)).toEqual(CONTOSO(100));
  });

  test('amortized cost and price sheets are no charges, and are said to be passed over', async () => {
    const read = await readCosts({
      ...run('focus', '1.00'),
      ...run('a1', '2.00', { type: 'AmortizedCost', name: 'amortized' }),
      ...run('a2', '2.00', { type: 'AmortizedCost', name: 'amortized' }),
    });

    expect(spentIn(read)).toEqual(CONTOSO(100));
    expect(read.findings).toEqual([
      'export "amortized" is of AmortizedCost and is not read: it would count charges twice',
    ]);
  });

  test('files that no manifest names are not read', async () => {
    const read = await readCosts({ ...run('a', '1.00'), 'left/part.csv': focusCsv(charge()) });

    expect(spentIn(read)).toEqual(CONTOSO(100));
  });

  test('all parts of a run are read, and equal charges in them are charges', async () => {
    const content = focusCsv(charge(), charge());
    const blobs = ['p/part_0.csv', 'p/part_1.csv'].map((name) => blob(name, content));
    const read = await readCosts({
      'p/manifest.json': manifest({ blobs }),
      'p/part_0.csv': content,
      'p/part_1.csv': content,
    });

    expect(spentIn(read)).toEqual(CONTOSO(400));
  });

  test.each([
    { blobs: [] as string[], because: 'it names no blob' },
    { blobs: ['e/part_0.csv'], because: 'its blob has a header and nothing else' },
  ])('an export without a row is reported, as $because', async ({ blobs }) => {
    const content = focusCsv();
    const read = await readCosts({
      'e/part_0.csv': content,
      'e/manifest.json': manifest({ blobs: blobs.map((name) => blob(name, content)) }),
    });

    expect(read.customers).toEqual([]);
    expect(read.rejects).toEqual([]);
    expect(read.findings).toEqual(['export "daily" has no rows for 2026-03 (e/manifest.json)']);
  });
});

describe('a run that is not whole', () => {
  const content = focusCsv(charge());

  test.each([
    {
      blobs: [{ blobName: 'x/gone.csv' }],
      value: 'x/gone.csv',
      reason: 'names a blob that is not there',
    },
    {
      blobs: [{ blobName: 'x/part.csv', byteCount: 7 }],
      value: 'x/part.csv',
      reason: `says 7 bytes of a blob that has ${content.length}`,
    },
    {
      blobs: [{ blobName: 'x/part.csv' }, { blobName: 'costs/x/part.csv' }],
      value: 'costs/x/part.csv',
      reason: 'names one blob twice',
    },
  ])('is refused as it $reason', async ({ blobs, value, reason }) => {
    const read = await readCosts({
      'x/manifest.json': manifest({ blobs }),
      'x/part.csv': content,
    });

    expect(read.customers).toEqual([]);
    expect(read.rejects).toEqual([
      { file: 'x/manifest.json', line: 1, column: 'blobs', value, reason },
    ]);
    expect(read.counts).toMatchObject([{ rows: 1, rejected: 1, isWhole: false }]);
  });

  test('is refused where it counts more blobs than it names', async () => {
    const text = manifest({ blobs: [blob('x/part.csv', content)] });
    const read = await readCosts({
      'x/part.csv': content,
      'x/manifest.json': text.replace('"blobCount":1', '"blobCount":2'),
    });

    expect(read.rejects).toMatchObject([{ reason: 'names 1 of its 2 blobs' }]);
  });

  test('leaves its month to the newest that is whole', async () => {
    const read = await readCosts({
      ...run('yesterday', '1.00', { at: '2026-03-16T04:00:00Z' }),
      'today/manifest.json': manifest({ blobs: [{ blobName: 'today/part.csv' }] }),
    });

    expect(spentIn(read)).toEqual(CONTOSO(100));
    expect(read.rejects).toMatchObject([{ file: 'today/manifest.json' }]);
  });

  test.each([
    { text: '{', column: '', reason: 'is no JSON' },
    {
      text: '{"name":"a web page"}',
      column: 'exportConfig',
      reason: 'is no manifest of an export',
    },
    {
      text: manifest().replace('2026-03-01T00:00:00', 'soon'),
      column: 'runInfo.startDate',
      reason: 'is no manifest of an export',
    },
    {
      text: manifest().replace('2026-03-01T00:00:00', '0001-01-01T00:00:00'),
      column: 'runInfo',
      reason: 'its dates are more than ten years apart',
    },
  ])('is refused where its manifest $reason ($column)', async ({ text, column, reason }) => {
    const read = await readCosts({ ...run('good', '1.00'), 'bad/manifest.json': text });

    expect(spentIn(read)).toEqual(CONTOSO(100));
    expect(read.rejects).toMatchObject([
      { file: 'bad/manifest.json', line: 1, column, reason: expect.stringContaining(reason) },
    ]);
  });

  test('is refused where its blob is no cost file, and the night is told that it is not whole', async () => {
    const text = 'name,price\nx,1\n';
    const read = await readCosts({
      'x/part.csv': text,
      'x/manifest.json': manifest({ blobs: [blob('x/part.csv', text)] }),
    });

    expect(read.counts).toMatchObject([{ file: 'x/part.csv', isWhole: false, rejected: 1 }]);
  });
});
