import type { TableClient } from '@azure/data-tables';
import { StaleError } from '../../run/errors.ts';
import type { EmailPlace, Outbox } from '../../run/ports.ts';
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

    async settle(at, stored, status, because) {
      const { table, partitionKey } = place(at);
      const row = { partitionKey, ...outboxRow({ ...stored.value, status, because }) };
      try {
        await table.updateEntity(row, 'Replace', { etag: stored.etag });
      } catch (error) {
        if (!isConflict(error)) throw error;
        throw new StaleError(`e-mail "${stored.value.email.id}"`, { cause: error });
      }
    },
  };
}
