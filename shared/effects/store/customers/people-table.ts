import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import { HistoryEvent } from '../../../decisions/customer-night.ts';
import type { CustomerId } from '../../../ledger/customer.ts';
import type { People } from '../../../run/desk/people-port.ts';
import { StaleError } from '../../../run/errors.ts';
import { encodeKey, prefixBounds } from '../keys.ts';
import { packRow, unpackRows } from '../packed-rows.ts';
import { isConflict, isNotFound } from '../rest-errors.ts';
import { entryKey, entryRow, readEntry } from './entry-rows.ts';
import { readOutboxRow } from './outbox-row.ts';

const EVENT = 'event:';
const OUTBOX = 'outbox:';
const MOST_EMAILS = 1_000;

const Keyed = z.object({ rowKey: z.string(), etag: z.string() });

/** Beside the state, and never in its way: a night and a person do not wait for each other. */
export const peopleTable = (table: TableClient): People => ({
  ...entries(table),
  ...whatWasSaid(table),
});

function entries(table: TableClient): Pick<People, 'load' | 'save'> {
  return {
    async load(customerId, name) {
      try {
        const row = await table.getEntity(encodeKey(customerId), entryKey(name));
        return { value: readEntry(Keyed.loose().parse(row)), etag: row.etag };
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async save(customerId, etag, entry, event) {
      const row = { partitionKey: encodeKey(customerId), ...entryRow(entry) };
      try {
        const { subResponses } = await table.submitTransaction([
          etag === undefined ? ['create', row] : ['update', row, 'Replace', { etag }],
          keepEvent(customerId, entryKey(entry), event),
        ]);
        return { value: entry, etag: subResponses[0]?.etag ?? '' };
      } catch (error) {
        if (!isConflict(error) && !isNotFound(error)) throw error;
        throw new StaleError(`what was entered of customer "${customerId}"`, { cause: error });
      }
    },
  };
}

function whatWasSaid(table: TableClient): Pick<People, 'note' | 'history' | 'emails'> {
  const rows = (customerId: CustomerId, from: string, to: string) => {
    const filter = odata`PartitionKey eq ${encodeKey(customerId)} and RowKey ge ${from} and RowKey lt ${to}`;
    return table.listEntities({ queryOptions: { filter } });
  };
  return {
    async note(customerId, event, about) {
      await table.submitTransaction([keepEvent(customerId, encodeKey(about), event)]);
    },

    async history(customerId, from, before) {
      const found = await Array.fromAsync(rows(customerId, `${EVENT}${from}`, `${EVENT}${before}`));
      return found.map((row) => {
        const { rowKey } = Keyed.parse(row);
        const events = z.array(HistoryEvent).parse(JSON.parse(unpackRows(rowKey, [row]) ?? '[]'));
        return { key: rowKey.slice(EVENT.length), events };
      });
    },

    async emails(customerId) {
      const { from, to } = prefixBounds(OUTBOX);
      const pages = rows(customerId, from, to).byPage({ maxPageSize: MOST_EMAILS });
      for await (const page of pages)
        return page.map((row) => readOutboxRow(Keyed.parse(row).rowKey.slice(OUTBOX.length), row));
      return [];
    },
  };
}

/** `2026-03-17.20260317T091500000Z:…`: sorts among the events of nights, which begin like run ids. */
function keepEvent(customerId: CustomerId, entry: string, event: HistoryEvent): TransactionAction {
  const instant = (event.at ?? '').replace(/[-:.]/g, '');
  const rowKey = `${EVENT}${event.on}.${instant}:${entry}`;
  return [
    'upsert',
    { partitionKey: encodeKey(customerId), ...packRow(rowKey, JSON.stringify([event])) },
    'Replace',
  ];
}
