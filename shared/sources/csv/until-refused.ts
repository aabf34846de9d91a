import type { CsvRecord } from './csv-records.ts';
import type { Refusal } from './refusal.ts';
import { unreadableBecause } from './unpacked.ts';

/** Why a file, or the rest of it, was not read at all. */
export type Refused = Omit<Refusal, 'kind'>;

export type RecordReader = {
  read(record: CsvRecord): Refused | undefined;
  lastLine(): number;
  hasHeader(): boolean;
};

/** Gives a reader one record after another, until it refuses the rest or no more can be read. */
export async function untilRefused(
  batches: AsyncIterable<readonly CsvRecord[]>,
  reader: RecordReader,
): Promise<Refused | undefined> {
  try {
    for await (const records of batches)
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
