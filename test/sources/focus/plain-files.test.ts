import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { charge, focusCsv, readCosts, spentIn } from './cost-folder.ts';

describe('files without any manifest', () => {
  test('are read at any depth, packed or not', async () => {
    const read = await readCosts({
      'a.csv': focusCsv(charge()),
      '2026/march/b.csv.gz': gzipSync(focusCsv(charge({ cost: '2.00' }))),
    });

    expect(spentIn(read)).toEqual(['contoso 2026-03-03 300 EUR']);
  });

  test('count once where one is a copy of another, packed or not', async () => {
    const content = focusCsv(charge(), charge({ cost: 'x' }));
    const read = await readCosts({ 'a.csv': content, 'b/a.csv.gz': gzipSync(content) });

    expect(spentIn(read)).toEqual(['contoso 2026-03-03 100 EUR']);
    expect(read.counts).toMatchObject([
      { file: 'a.csv', rows: 2, accepted: 1, rejected: 1, duplicates: 0 },
      { file: 'b/a.csv.gz', rows: 2, accepted: 0, rejected: 1, duplicates: 1 },
    ]);
  });

  test('that charge the same month add up, and are named: one may replace the other', async () => {
    const read = await readCosts({
      'a.csv': focusCsv(charge()),
      'b.csv': focusCsv(charge({ start: '2026-03-04' })),
      'c.csv': focusCsv(charge({ start: '2026-04-04' })),
    });

    expect(spentIn(read)).toHaveLength(3);
    expect(read.findings).toEqual([
      '"a.csv" and "b.csv" charge the same customers in 2026-03 and were added up: where one replaces another, keep the newest or its manifest.json',
    ]);
  });

  test('without a row are reported', async () => {
    expect((await readCosts({ 'a.csv': focusCsv() })).findings).toEqual(['"a.csv" has no rows']);
  });

  test('that are cut short keep what was read and say where it ended', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) =>
      charge({ service: `S${index * 7919}` }),
    );
    const packed = gzipSync(focusCsv(...rows));

    const read = await readCosts({ 'a.csv.gz': packed.subarray(0, packed.length - 2_000) });

    const [counts] = read.counts;
    expect(counts).toMatchObject({
      isWhole: false,
      rejected: 1,
      rows: (counts?.accepted ?? 0) + 1,
    });
    expect(counts?.accepted).toBeGreaterThan(100);
    expect(read.rejects).toMatchObject([{ reason: expect.stringContaining('unpacked') }]);
  });

  test('that are empty have no header', async () => {
    const read = await readCosts({ 'a.csv': '', 'b.csv': focusCsv(charge()) });

    expect(read.rejects).toMatchObject([{ file: 'a.csv', line: 1, reason: 'has no header row' }]);
    expect(read.counts[0]).toMatchObject({ isWhole: false });
  });
});
