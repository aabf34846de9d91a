import type { Readable } from 'node:stream';
import { type CsvRecord, csvRecords } from '../csv/csv-records.ts';
import { unpacked, unreadableBecause } from '../csv/unpacked.ts';
import { type Header, readHeader } from './header.ts';
import { readRow } from './read-row.ts';
import type { SourceFile } from './source-file.ts';
import type { FileWriter } from './staging-tables.ts';

/** Why a file, or the rest of it, was not read at all. */
export type Refused = { readonly line: number; readonly column: string; readonly reason: string };

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
  const refused = await untilRefused(isPacked ? unpacked(stream) : stream, reader);
  if (refused !== undefined) writer.reject(refused.line, { ...refused, value: '' });
  const isWhole = refused === undefined;
  writer.finish(reader.rows() + (isWhole ? 0 : 1), isWhole);
  return refused;
}

async function untilRefused(stream: Readable, reader: RowReader): Promise<Refused | undefined> {
  try {
    for await (const records of csvRecords(stream))
      for (const record of records) {
        const refused = reader.read(record);
        if (refused !== undefined) return refused;
      }
  } catch (error) {
    const reason = unreadableBecause(error);
    if (reason === undefined) throw error;
    return { line: reader.lastLine(), column: '', reason };
  }
  return reader.hasHeader() ? undefined : { line: 1, column: '', reason: 'has no header row' };
}

type RowReader = ReturnType<typeof rowReader>;

function rowReader(file: SourceFile, writer: FileWriter) {
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
    read(record: CsvRecord): Refused | undefined {
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
