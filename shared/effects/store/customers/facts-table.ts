import type { TableClient, TransactionAction } from '@azure/data-tables';
import { partName } from '../../../run/loaded-customer.ts';
import type { PartPlace, PulledFacts } from '../../../run/pull/pull-ports.ts';
import { encodeKey } from '../keys.ts';
import { type PackedRow, packRows } from '../packed-rows.ts';
import { isConflict, isNotFound } from '../rest-errors.ts';
import { unlessStale } from '../unless-stale.ts';
import { isDeliveredRow } from './delivered-rows.ts';
import { isEntryRow } from './entry-rows.ts';
import { factsKey, factsText } from './facts-rows.ts';
import { broughtRow, leftRow } from './moved-rows.ts';
import { type NowRow, readNow } from './read-now.ts';
import { readState } from './state-rows.ts';

const ROWS_PER_TRANSACTION = 100;

const saying = ({ id }: PartPlace): string => `the facts of "${id}"`;

/** The facts in the partitions of their customers; those of dry runs in a table of their own. */
export function factsTable(customers: TableClient, dryRunFacts: TableClient): PulledFacts {
  const tableOf = ({ dryRun }: { readonly dryRun: boolean }): TableClient =>
    dryRun ? dryRunFacts : customers;
  return {
    async save(run, source, { facts, ...place }, etag) {
      const { asOf } = run;
      const text = factsText({ asOf, source, id: place.id, facts });
      const rows = packRows(factsKey(source, place), text);
      return await unlessStale(saying(place), () =>
        saveRows(tableOf(run), encodeKey(place.customerId), rows, etag),
      );
    },

    async etagOf(run, source, place) {
      try {
        const partitionKey = encodeKey(place.customerId);
        const queryOptions = { select: ['rowKey'] };
        const key = factsKey(source, place);
        return (await tableOf(run).getEntity(partitionKey, key, { queryOptions })).etag;
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async remove(run, source, place, etag) {
      const key = factsKey(source, place);
      await unlessStale(saying(place), () =>
        tableOf(run).deleteEntity(encodeKey(place.customerId), key, { etag }),
      );
    },

    async bring(run, source, id, from, to) {
      const rows = await readNow(customers, encodeKey(from));
      const { state } = readState(rows);
      const letters = rows.filter(isDeliveredRow).map(withoutKeys);
      const brought = state === undefined ? [] : [broughtRow(from, state), ...letters];
      await upsertAll(tableOf(run), encodeKey(to), brought);
      if (!run.dryRun) await addMissing(customers, encodeKey(to), rows.filter(isEntryRow));
      const left = leftRow(partName({ source, id }));
      await upsertAll(tableOf(run), encodeKey(from), [left]);
      await removeRow(tableOf(run), encodeKey(to), left.rowKey);
    },
  };
}

/** What was delivered to the customer by its other name was delivered to it. */
const withoutKeys = ({ partitionKey: _, etag: __, ...row }: NowRow): PackedRow => ({ ...row });

/** What people entered of the one is true of the other, unless they have said more of it there. */
async function addMissing(
  table: TableClient,
  partitionKey: string,
  rows: readonly NowRow[],
): Promise<void> {
  for (const row of rows)
    try {
      await table.createEntity({ ...withoutKeys(row), partitionKey });
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
}

/** The first row carries the ETag of them all. */
async function saveRows(
  table: TableClient,
  partitionKey: string,
  [head, ...tail]: readonly [PackedRow, ...PackedRow[]],
  etag: string | undefined,
): Promise<string> {
  const row = { partitionKey, ...head };
  if (tail.length === 0) {
    const saved =
      etag === undefined
        ? await table.createEntity(row)
        : await table.updateEntity(row, 'Replace', { etag });
    return saved.etag ?? '';
  }
  const saveHead: TransactionAction =
    etag === undefined ? ['create', row] : ['update', row, 'Replace', { etag }];
  const { subResponses } = await table.submitTransaction([
    saveHead,
    ...tail.map((each) => upsert(partitionKey, each)),
  ]);
  return subResponses[0]?.etag ?? '';
}

async function upsertAll(
  table: TableClient,
  partitionKey: string,
  rows: readonly PackedRow[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_PER_TRANSACTION)
    await table.submitTransaction(
      rows.slice(at, at + ROWS_PER_TRANSACTION).map((each) => upsert(partitionKey, each)),
    );
}

/** Where it comes back to, it had left once. */
async function removeRow(table: TableClient, partitionKey: string, rowKey: string): Promise<void> {
  try {
    await table.deleteEntity(partitionKey, rowKey);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

const upsert = (partitionKey: string, row: PackedRow): TransactionAction => [
  'upsert',
  { partitionKey, ...row },
  'Replace',
];
