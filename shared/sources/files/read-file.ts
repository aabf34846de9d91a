import type { Readable } from 'node:stream';
import { type CsvRecord, csvRecords } from '../csv/csv-records.ts';
import { unpacked } from '../csv/unpacked.ts';
import { type RecordReader, type Refused, untilRefused } from '../csv/until-refused.ts';
import { type Header, readHeader } from './header.ts';
import { readRow } from './read-row.ts';
import type { SourceFile } from './source-file.ts';
import type { FileWriter } from './staging-tables.ts';

/**
 * Reads one file into the staging, row by row. What cannot be read stays behind as rejects; a
 * file that is refused as a whole, or from some line on, counts as one row more, a rejected one.
 */
export async function readFile(
  file: SourceFile,
  stream: Readable,
  isPacked: boolean,
  writer: FileWriter,
): Promise<Refused | undefined> {
  const reader = rowReader(file, writer);
  const refused = await untilRefused(csvRecords(isPacked ? unpacked(stream) : stream), reader);
  if (refused !== undefined) writer.reject(refused.line, { ...refused, value: '' });
  const isWhole = refused === undefined;
  writer.finish(reader.rows() + (isWhole ? 0 : 1), isWhole);
  return refused;
}

function rowReader(file: SourceFile, writer: FileWriter): RecordReader & { rows(): number } {
  let header: Header | undefined;
  let rows = 0;
  let lastLine = 1;

  function write(at: Header, record: CsvRecord): void {
    const row = readRow(file, at, record);
    if (row.kind === 'row') writer.accept(record.line, row);
    else writer.reject(record.line, row);
    rows += 1;
  }

  return {
    rows: () => rows,
    lastLine: () => lastLine,
    hasHeader: () => header !== undefined,
    read(record) {
      lastLine = record.line;
      if (header !== undefined) {
        write(header, record);
        return undefined;
      }
      const read = readHeader(file, record);
      if (read.kind === 'refused') return read;
      header = read;
      return undefined;
    },
  };
}
