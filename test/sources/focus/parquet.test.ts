import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { manifest, readCosts, spentIn } from './cost-folder.ts';

type Column = Parameters<typeof parquetWriteBuffer>[0]['columnData'][number];

/** One charge per cost, all of Contoso on 3 March, but for the columns the test brings. */
function parquet(costs: Column, ...others: readonly Column[]): Uint8Array {
  const rows = costs.data.length;
  const all = (name: string, value: string): Column => ({
    name,
    data: Array(rows).fill(value),
    type: 'STRING',
  });
  const columnData = [
    costs,
    ...others,
    ...[
      all('BillingCurrency', 'EUR'),
      all('ServiceName', 'Storage'),
      all('Tags', '{"not":"read"}'),
      all('x_CustomerId', 'contoso'),
    ],
    ...(others.some(({ name }) => name === 'ChargePeriodStart')
      ? []
      : [all('ChargePeriodStart', '2026-03-03T00:00Z')]),
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 2 }));
}

const DOUBLES: Column = { name: 'BilledCost', data: [1.5, 0.004, 0.001], type: 'DOUBLE' };

describe('a Parquet file', () => {
  test('is read over all its row groups, floats by the text they are written as', async () => {
    const read = await readCosts({ 'a.snappy.parquet': parquet(DOUBLES) });

    expect(spentIn(read)).toEqual(['contoso 2026-03-03 150 EUR']);
    expect(read.counts).toMatchObject([{ rows: 3, accepted: 3 }]);
  });

  test('has its decimals read exactly, as no float could', async () => {
    const costs = [900_719_925_474_099_355n, -50_000n, 0n];
    const content = parquetWriteBuffer({
      columnData: [
        { name: 'BilledCost', data: costs },
        { name: 'BillingCurrency', data: ['EUR', 'EUR', 'EUR'] },
        { name: 'ChargePeriodStart', data: Array(3).fill('2026-03-03') },
        { name: 'x_CustomerId', data: ['a', 'b', 'c'] },
      ],
      schema: [
        { name: 'root', num_children: 4 },
        {
          name: 'BilledCost',
          type: 'FIXED_LEN_BYTE_ARRAY',
          type_length: 16,
          converted_type: 'DECIMAL',
          logical_type: { type: 'DECIMAL', precision: 38, scale: 4 },
          scale: 4,
          precision: 38,
          repetition_type: 'REQUIRED',
        },
        ...['BillingCurrency', 'ChargePeriodStart', 'x_CustomerId'].map(
          (name) =>
            ({
              name,
              type: 'BYTE_ARRAY',
              converted_type: 'UTF8',
              repetition_type: 'REQUIRED',
            }) as const,
        ),
      ],
    });

    const read = await readCosts({ 'a.parquet': new Uint8Array(content) });

    expect(spentIn(read)).toEqual(['b 2026-03-03 -500 EUR', 'c 2026-03-03 0 EUR']);
    expect(read.rejects).toMatchObject([
      { line: 2, column: 'BilledCost', value: '900719925474099355e-4' },
    ]);
  });

  test('has its instants read as days of UTC', async () => {
    const start: Column = {
      name: 'ChargePeriodStart',
      data: [new Date('2026-03-31T23:59:59Z'), new Date('2026-04-01T00:00:00Z'), undefined],
      type: 'TIMESTAMP',
    };
    const read = await readCosts({ 'a.parquet': parquet(DOUBLES, start) });

    expect(spentIn(read)).toEqual(['contoso 2026-03-31 150 EUR', 'contoso 2026-04-01 0 EUR']);
    expect(read.rejects).toEqual([
      { file: 'a.parquet', line: 4, column: 'ChargePeriodStart', value: '', reason: 'is empty' },
    ]);
  });

  test('is followed from a manifest like any other blob', async () => {
    const content = parquet(DOUBLES);
    const blobs = [{ blobName: 'p/part.parquet', byteCount: content.length }];
    const read = await readCosts({
      'p/manifest.json': manifest({ blobs }),
      'p/part.parquet': content,
    });

    expect(spentIn(read)).toEqual(['contoso 2026-03-03 150 EUR']);
  });

  test.each([
    { content: Buffer.from('PAR1 no more'), because: 'it is none' },
    { content: parquet(DOUBLES).subarray(100), because: 'its start is gone' },
  ])('that cannot be read is one reject, and the others go on: $because', async ({ content }) => {
    const read = await readCosts({ 'a.parquet': content, 'b.parquet': parquet(DOUBLES) });

    expect(read.rejects).toMatchObject([
      { file: 'a.parquet', reason: expect.stringContaining('cannot be read as Parquet') },
    ]);
    expect(read.counts[0]).toMatchObject({ rows: 1, rejected: 1, isWhole: false });
    expect(spentIn(read)).toEqual(['contoso 2026-03-03 150 EUR']);
  });
});
