import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import type { PastNights } from '../../../run/forget-nights.ts';
import type { Run } from '../../../run/run.ts';
import { NIGHTS, nightKey } from '../desk-table.ts';
import { encodeKey } from '../keys.ts';
import { isNotFound } from '../rest-errors.ts';
import { SENT } from '../sent-messages-table.ts';
import { INDEX, indexKey, listedBefore } from './run-index.ts';

const ROWS_PER_TRANSACTION = 100;

const Keyed = z.object({ rowKey: z.string() });
const Sent = z.object({ partitionKey: z.string(), rowKey: z.string() });

/** A run's partition goes before its place in the index, by which it is found again. */
export const pastNightsTable = (runs: TableClient, mail: TableClient): PastNights => ({
  startedBefore: (instant, limit) => listedBefore(runs, instant, limit),

  async forget(run) {
    await hide(runs, run);
    const partitionKey = encodeKey(run.id);
    const filter = odata`PartitionKey eq ${partitionKey}`;
    const pages = runs
      .listEntities({ queryOptions: { filter, select: ['rowKey'] } })
      .byPage({ maxPageSize: ROWS_PER_TRANSACTION });
    for await (const page of pages) await removeRows(runs, partitionKey, page);
    await unlessGone(runs.deleteEntity(INDEX, indexKey(run)));
  },

  async forgetSent(before) {
    const filter = odata`PartitionKey ge ${SENT.from} and PartitionKey lt ${SENT.to} and Timestamp lt ${before}`;
    const old = mail.listEntities({
      queryOptions: { filter, select: ['partitionKey', 'rowKey'] },
    });
    for await (const row of old) {
      const { partitionKey, rowKey } = Sent.parse(row);
      await unlessGone(mail.deleteEntity(partitionKey, rowKey));
    }
  },
});

/** A later run of the same day may be its night. */
async function hide(runs: TableClient, { id, asOf }: Run): Promise<void> {
  const rowKey = nightKey(asOf);
  const filter = odata`PartitionKey eq ${NIGHTS} and RowKey eq ${rowKey} and runId eq ${id}`;
  for await (const _ of runs.listEntities({ queryOptions: { filter } }))
    await unlessGone(runs.deleteEntity(NIGHTS, rowKey));
}

async function removeRows(
  runs: TableClient,
  partitionKey: string,
  page: readonly unknown[],
): Promise<void> {
  const keys = page.map((row) => Keyed.parse(row).rowKey);
  const actions = keys.map((rowKey): TransactionAction => ['delete', { partitionKey, rowKey }]);
  if (actions.length > 0) await unlessGone(runs.submitTransaction(actions));
}

/** Whoever removes it at the same time has done the same. */
async function unlessGone(removed: Promise<unknown>): Promise<void> {
  try {
    await removed;
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
