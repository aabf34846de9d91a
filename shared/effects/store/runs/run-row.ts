import type { TableClient } from '@azure/data-tables';
import type { Stored } from '../../../run/ports.ts';
import { Run, type RunId } from '../../../run/run.ts';
import { encodeKey } from '../keys.ts';
import { type PackedRow, packRow, unpackRows } from '../packed-rows.ts';
import { isNotFound } from '../rest-errors.ts';

const RUN = 'run';

export const runRow = (run: Run): PackedRow => packRow(RUN, JSON.stringify(run));

export async function loadRun(table: TableClient, id: RunId): Promise<Stored<Run> | undefined> {
  try {
    const row = await table.getEntity(encodeKey(id), RUN);
    return { value: Run.parse(JSON.parse(unpackRows(RUN, [row]) ?? '')), etag: row.etag };
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
