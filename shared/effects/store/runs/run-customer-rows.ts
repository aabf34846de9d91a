import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import { CustomerId } from '../../../ledger/customer.ts';
import type { Runs } from '../../../run/ports.ts';
import type { RunId } from '../../../run/run.ts';
import { decodeKey, encodeKey, prefixBounds } from '../keys.ts';
import { portions } from '../portions.ts';

const PREFIX = 'customer:';
const ROWS_PER_TRANSACTION = 100;
const ROWS_PER_PAGE = 1000;

export const customerKey = (id: CustomerId): string => `${PREFIX}${encodeKey(id)}`;
const customerIdOf = (rowKey: string): CustomerId =>
  CustomerId.parse(decodeKey(rowKey.slice(PREFIX.length)));

export const Progress = z.object({ rowKey: z.string(), done: z.boolean().default(false) });

/** A row per customer from the moment it is pulled; its result is added when it is in. */
export function runCustomerRows(
  table: TableClient,
): Pick<Runs, 'addCustomers' | 'customers' | 'pending'> {
  return {
    async addCustomers(id, customerIds) {
      const partitionKey = encodeKey(id);
      for (const some of portions(customerIds, ROWS_PER_TRANSACTION))
        await table.submitTransaction(
          some.map((each) => ['upsert', { partitionKey, rowKey: customerKey(each) }, 'Merge']),
        );
    },

    async *customers(id) {
      for await (const page of customerPages(table, id, ['rowKey', 'done']))
        yield page.map((row) => {
          const { rowKey, done } = Progress.parse(row);
          return { customerId: customerIdOf(rowKey), done };
        });
    },

    async pending(id, first, last) {
      const filter = odata`PartitionKey eq ${encodeKey(id)} and RowKey ge ${customerKey(first)} and RowKey le ${customerKey(last)}`;
      const queryOptions = { filter, select: ['rowKey', 'done'] };
      const rows = await Array.fromAsync(table.listEntities({ queryOptions }));
      return rows
        .map((row) => Progress.parse(row))
        .filter(({ done }) => !done)
        .map(({ rowKey }) => customerIdOf(rowKey));
    },
  };
}

export function customerPages(
  table: TableClient,
  id: RunId,
  select?: string[],
  after?: CustomerId,
) {
  const bounds = prefixBounds(PREFIX);
  const { to } = bounds;
  const from = after === undefined ? bounds.from : customerKey(after);
  const filter = odata`PartitionKey eq ${encodeKey(id)} and RowKey gt ${from} and RowKey lt ${to}`;
  return table
    .listEntities({ queryOptions: { filter, ...(select !== undefined && { select }) } })
    .byPage({ maxPageSize: ROWS_PER_PAGE });
}
