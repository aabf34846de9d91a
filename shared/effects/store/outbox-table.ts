import type { TableClient, TransactionAction } from '@azure/data-tables';
import { StaleError } from '../../run/errors.ts';
import type { EmailPlace, Outbox, OutboxRow, Stored } from '../../run/ports.ts';
import { deliveredRow } from './delivered-rows.ts';
import { encodeKey } from './keys.ts';
import { outboxKey, outboxRow, readOutboxRow } from './outbox-row.ts';
import { isConflict, isNotFound } from './rest-errors.ts';

/** What has not gone out yet: a customer's letters with the customer, the rest with the run. */
export function outboxTable(customers: TableClient, runs: TableClient): Outbox {
  const place = ({ runId, customerId }: EmailPlace) =>
    customerId === undefined
      ? { table: runs, partitionKey: encodeKey(runId) }
      : { table: customers, partitionKey: encodeKey(customerId) };

  return {
    async load(at, emailId) {
      const { table, partitionKey } = place(at);
      try {
        const row = await table.getEntity(partitionKey, outboxKey(emailId));
        return { value: readOutboxRow(emailId, row), etag: row.etag };
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async deliver(at, stored, on) {
      const { table, partitionKey } = place(at);
      const { email } = stored.value;
      const settled = settledRow(partitionKey, stored, 'sent', undefined);
      const keys = at.customerId === undefined ? [] : (email.noticeKeys ?? []);
      const delivered: TransactionAction[] =
        keys.length === 0
          ? []
          : [['upsert', { partitionKey, ...deliveredRow(email.id, keys, on) }, 'Replace']];
      const replace: TransactionAction = ['update', settled, 'Replace', { etag: stored.etag }];
      await unlessStale(email.id, table.submitTransaction([replace, ...delivered]));
    },

    async settle(at, stored, status, because) {
      const { table, partitionKey } = place(at);
      const row = settledRow(partitionKey, stored, status, because);
      const update = table.updateEntity(row, 'Replace', { etag: stored.etag });
      await unlessStale(stored.value.email.id, update);
    },
  };
}

const settledRow = (
  partitionKey: string,
  { value }: Stored<OutboxRow>,
  status: OutboxRow['status'],
  because: string | undefined,
) => ({ partitionKey, ...outboxRow({ ...value, status, because }) });

async function unlessStale(emailId: string, saving: Promise<unknown>): Promise<void> {
  try {
    await saving;
  } catch (error) {
    if (!isConflict(error)) throw error;
    throw new StaleError(`e-mail "${emailId}"`, { cause: error });
  }
}
