import type { TableClient } from '@azure/data-tables';
import { SendEmail } from '../../run/messages.ts';
import type { SentMessages } from '../../run/ports.ts';
import { encodeKey } from './keys.ts';
import { packRow, unpackRows } from './packed-rows.ts';
import { isNotFound } from './rest-errors.ts';

const ROW = 'message';
/** Where the partitions of what was sent begin and end. */
export const SENT = { from: 'sent:', to: 'sent;' };

const partition = (operationId: string): string => `${SENT.from}${encodeKey(operationId)}`;

/** A partition for each, so that reports of many e-mails do not wait for one another. */
export function sentMessagesTable(table: TableClient): SentMessages {
  return {
    async remember(operationId, message) {
      const row = packRow(ROW, JSON.stringify(message));
      await table.upsertEntity({ partitionKey: partition(operationId), ...row }, 'Replace');
    },

    async find(operationId) {
      try {
        const row = await table.getEntity(partition(operationId), ROW);
        return SendEmail.parse(JSON.parse(unpackRows(ROW, [row]) ?? ''));
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
  };
}
