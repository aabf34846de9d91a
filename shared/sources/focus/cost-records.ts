import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CsvRecord, csvRecords } from '../csv/csv-records.ts';
import { unpacked } from '../csv/unpacked.ts';
import { parquetRecords } from './parquet-records.ts';

export type CostRecords = {
  readonly records: AsyncIterable<readonly CsvRecord[]>;
  /** Of all its bytes, unpacked, once they are read. Files with the same say the same. */
  readonly digest: () => string;
};

/** The records of a cost file by its name's ending. Parquet is read from a copy on disk. */
export async function costRecords(
  name: string,
  stream: Readable,
  scratchPath: string,
): Promise<CostRecords> {
  const hash = createHash('sha256');
  if (/\.parquet$/i.test(name)) {
    await pipeline(stream, createWriteStream(scratchPath));
    for await (const chunk of createReadStream(scratchPath)) hash.update(chunk);
    return { records: parquetRecords(scratchPath), digest: () => hash.digest('hex') };
  }
  const bytes: AsyncIterable<Uint8Array> = /\.gz$/i.test(name) ? unpacked(stream) : stream;
  return { records: csvRecords(passedBy(bytes, hash)), digest: () => hash.digest('hex') };
}

async function* passedBy(
  chunks: AsyncIterable<Uint8Array>,
  hash: { update(chunk: Uint8Array): unknown },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
