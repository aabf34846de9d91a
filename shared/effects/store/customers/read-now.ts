import { odata, type TableClient } from '@azure/data-tables';

/** All that a night needs of a customer begins with `now:`, so one range query reads it. */
const NOW = { from: 'now:', to: 'now;' };

export type NowRow = { partitionKey: string; rowKey: string; etag: string };

export async function readNow(table: TableClient, partitionKey: string): Promise<NowRow[]> {
  const filter = odata`PartitionKey eq ${partitionKey} and RowKey ge ${NOW.from} and RowKey lt ${NOW.to}`;
  return await Array.fromAsync(table.listEntities<NowRow>({ queryOptions: { filter } }));
}
