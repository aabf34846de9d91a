import type { TableClient, TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import type { OutboxRow } from '../../../run/email/outbox-row.ts';
import { StaleError } from '../../../run/errors.ts';
import type { EmailPlace, Outbox } from '../../../run/ports.ts';
import { encodeKey } from '../keys.ts';
import { isConflict, isNotFound } from '../rest-errors.ts';
import { deliveredRow } from './delivered-rows.ts';
import { outboxKey, outboxRow, readOutboxRow } from './outbox-row.ts';

const Saved = z.object({ etag: z.string() });

/** What has not gone out yet: a customer's e-mails with the customer, the rest with the run. */
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

    async save(at, stored, next) {
      const { table, partitionKey } = place(at);
      const row = { partitionKey, ...outboxRow(next) };
      const { etag } = stored;
      const delivered =
        at.customerId === undefined ? [] : deliver(partitionKey, stored.value, next);
      try {
        if (delivered.length === 0)
          return {
            value: next,
            ...Saved.parse(await table.updateEntity(row, 'Replace', { etag })),
          };
        const { subResponses } = await table.submitTransaction([
          ['update', row, 'Replace', { etag }],
          ...delivered,
        ]);
        return { value: next, etag: subResponses[0]?.etag ?? '' };
      } catch (error) {
        if (!isConflict(error)) throw error;
        throw new StaleError(`e-mail "${next.email.id}"`, { cause: error });
      }
    },
  };
}

function deliver(partitionKey: string, before: OutboxRow, next: OutboxRow): TransactionAction[] {
  const { email, deliveredOn: on } = next;
  const keys = email.noticeKeys ?? [];
  if (email.kind !== 'letter' || keys.length === 0) return [];
  if (on === undefined || on === before.deliveredOn) return [];
  return [['upsert', { partitionKey, ...deliveredRow(email.id, keys, on) }, 'Replace']];
}
