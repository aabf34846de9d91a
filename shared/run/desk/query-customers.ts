import { z } from 'zod';
import { RunId } from '../run.ts';
import type { CUSTOMER_FLAGS, CustomerRow } from './customer-row.ts';
import { nameKey } from './customer-rows.ts';
import { type Desk, type DeskNight, SORTS } from './desk-port.ts';

/** Chunks of one round trip, and round trips of one request: what a search costs at most. */
const CHUNKS_AT_ONCE = 4;
const ROUND_TRIPS = 5;

export type CustomersQuery = {
  readonly search?: string | undefined;
  readonly stage?: string | undefined;
  readonly accountManager?: string | undefined;
  readonly flag?: (typeof CUSTOMER_FLAGS)[number] | undefined;
  readonly currency?: string | undefined;
  readonly order: 'ascending' | 'descending';
  readonly limit: number;
};

/** Where a list goes on: the run it began with, its order, and how many rows of it are passed. */
export const Place = z.object({
  runId: RunId,
  sort: z.enum(SORTS),
  passed: z.int().nonnegative(),
});
export type Place = z.infer<typeof Place>;

type Found = { readonly rows: CustomerRow[]; readonly next: Place | undefined };

/**
 * A page of a night's customers. Without a filter it costs a round trip or two; with one, a bounded
 * number of chunks are looked through, and `next` goes on from there, however little was found.
 */
export async function queryCustomers(
  query: CustomersQuery,
  from: Place,
  night: DeskNight,
  desk: Desk,
): Promise<Found> {
  const isWanted = filterOf(query);
  const found: CustomerRow[] = [];
  let passed = from.passed;
  for (let trip = 0; trip < ROUND_TRIPS && passed < night.rows; trip += 1) {
    const rows = await rowsAfter(passed, from, query, night, desk);
    for (const row of rows) {
      if (found.length === query.limit) break;
      passed += 1;
      if (isWanted(row)) found.push(row);
    }
    if (found.length === query.limit || rows.length === 0) break;
  }
  return { rows: found, next: passed < night.rows ? { ...from, passed } : undefined };
}

/** The rows that follow, as far as one round trip reaches. Descending is ascending from its end. */
async function rowsAfter(
  passed: number,
  { runId, sort }: Place,
  { order }: CustomersQuery,
  { rows, rowsPerChunk }: DeskNight,
  desk: Desk,
): Promise<readonly CustomerRow[]> {
  if (order === 'ascending') {
    const first = Math.floor(passed / rowsPerChunk);
    const chunks = await desk.chunks(runId, sort, first, first + CHUNKS_AT_ONCE);
    return chunks.flat().slice(passed - first * rowsPerChunk);
  }
  const left = rows - passed;
  const last = Math.floor((left - 1) / rowsPerChunk);
  const first = Math.max(0, last - CHUNKS_AT_ONCE + 1);
  const chunks = await desk.chunks(runId, sort, first, last + 1);
  return chunks
    .flat()
    .slice(0, left - first * rowsPerChunk)
    .reverse();
}

function filterOf(query: CustomersQuery): (row: CustomerRow) => boolean {
  const { stage, accountManager, flag, currency } = query;
  const search = query.search === undefined ? '' : nameKey(query.search.trim());
  return (row) =>
    (stage === undefined || (row.stage ?? 'none') === stage) &&
    (accountManager === undefined || row.accountManager === accountManager) &&
    (flag === undefined || row.flags.includes(flag)) &&
    (currency === undefined || row.currency === currency) &&
    (search === '' ||
      nameKey(row.name).includes(search) ||
      row.customerId.toLowerCase().includes(search));
}
