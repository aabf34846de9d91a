import { open } from 'node:fs/promises';
import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import type { CsvRecord } from '../csv/csv-records.ts';
import { UnreadableError } from '../csv/text-lines.ts';
import { isCostColumn } from './cost-columns.ts';
import { cellText, decimalScale, withoutDecimal } from './parquet-cells.ts';

/** So many rows of the few columns we read are in memory at once, at most. */
const ROWS_AT_ONCE = 50_000;

/**
 * The rows of a Parquet file on disk as a CSV would have them, its header first, so that row 1 is
 * line 2. Only columns that are ever read are. Throws UnreadableError.
 */
export async function* parquetRecords(path: string): AsyncGenerator<readonly CsvRecord[]> {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const file: AsyncBuffer = {
      byteLength: size,
      async slice(start, end = size) {
        const bytes = new Uint8Array(Math.max(0, end - start));
        await handle.read(bytes, 0, bytes.length, start);
        return bytes.buffer;
      },
    };
    const metadata = await readable(() => parquetMetadataAsync(file));
    const columns = costColumns(metadata);
    yield [{ line: 1, kind: 'cells', cells: columns.map(({ name }) => name) }];

    const plain = { ...metadata, schema: metadata.schema.map(withoutDecimal) };
    for (const { rowStart, rowEnd } of ranges(metadata)) {
      const names = columns.map(({ name }) => name);
      const read = { file, metadata: plain, columns: names, rowStart, rowEnd, utf8: false };
      const rows = await readable(() => parquetReadObjects(read));
      yield rows.map((row, index) => ({
        line: rowStart + index + 2,
        kind: 'cells',
        cells: columns.map(({ name, scale }) => cellText(row[name], scale)),
      }));
    }
  } finally {
    await handle.close();
  }
}

const costColumns = ({ schema }: FileMetaData) =>
  schema
    .filter(({ name, num_children: children }) => children === undefined && isCostColumn(name))
    .map((element) => ({ name: element.name, scale: decimalScale(element) }));

/** By row group, as a part of one costs as much to read as all of it, unless it is large. */
function* ranges({ row_groups: groups }: FileMetaData) {
  let start = 0;
  for (const { num_rows: rows } of groups) {
    const end = start + Number(rows);
    for (; start < end; start = Math.min(start + ROWS_AT_ONCE, end))
      yield { rowStart: start, rowEnd: Math.min(start + ROWS_AT_ONCE, end) };
  }
}

/** What the library finds wrong is the file's fault; what the disk does has a code. */
async function readable<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error) || 'code' in error) throw error;
    throw new UnreadableError(`cannot be read as Parquet: ${error.message}`, { cause: error });
  }
}
