import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { HistoryEvent } from '../../../decisions/customer-night.ts';
import type { Email } from '../../../decisions/email/email.ts';
import type { CalendarDate } from '../../../ledger/calendar-date.ts';
import { queuedRow } from '../../../run/email/outbox-row.ts';
import { deliveriesOver, loadedCustomer } from '../../../run/loaded-customer.ts';
import type { Customers, LoadedCustomer } from '../../../run/ports.ts';
import type { RunId } from '../../../run/run.ts';
import { encodeKey } from '../keys.ts';
import { type PackedRow, packRow, packRows } from '../packed-rows.ts';
import { unlessStale } from '../unless-stale.ts';
import { readDeliveries } from './delivered-rows.ts';
import { readEntries } from './entry-rows.ts';
import { readFacts } from './facts-rows.ts';
import { readMoves } from './moved-rows.ts';
import { outboxRow } from './outbox-row.ts';
import { readNow } from './read-now.ts';
import { givenUpColumn, readState, STATE } from './state-rows.ts';

/**
 * One partition per customer, so that a state, its e-mails and its history commit together or not
 * at all. Facts of dry runs are kept in a table of their own: a dry run changes nothing.
 */
export function customersTable(table: TableClient, dryRunFacts: TableClient): Customers {
  return {
    async load(run, customerId) {
      const rows = await readNow(table, encodeKey(customerId));
      const pulled = run.dryRun ? await readNow(dryRunFacts, encodeKey(customerId)) : rows;
      return loadedCustomer(run, {
        customerId,
        parts: readFacts(pulled),
        moves: readMoves(pulled),
        entries: readEntries(rows),
        deliveries: readDeliveries(run.dryRun ? [...pulled, ...rows] : rows),
        ...readState(rows),
      });
    },

    async commit(loaded, state, last, emails, events) {
      const partitionKey = encodeKey(loaded.customerId);
      const asOf = last.night.asOf;
      const actions = [
        ...stateActions(partitionKey, loaded, JSON.stringify({ state, last })),
        ...loaded.settles.map((rowKey) => remove(partitionKey, rowKey)),
        ...deliveriesOver(loaded, state).map(({ key }) => remove(partitionKey, key)),
        ...emails.map((email) => createEmail(partitionKey, email, asOf)),
        ...(events.length === 0 ? [] : [keepEvents(partitionKey, last.runId, events)]),
      ];
      await unlessStale(saying(loaded), () => table.submitTransaction(actions));
    },

    async giveUp(loaded, givenUp) {
      const row = { partitionKey: encodeKey(loaded.customerId), ...givenUpColumn(givenUp) };
      const { etag } = loaded;
      await unlessStale(saying(loaded), () =>
        etag === undefined
          ? table.createEntity({ ...row, ...packRow(STATE, '{}') })
          : table.updateEntity({ ...row, rowKey: STATE }, 'Merge', { etag }),
      );
    },
  };
}

const saying = ({ customerId }: LoadedCustomer): string => `customer "${customerId}"`;

function stateActions(
  partitionKey: string,
  { etag }: LoadedCustomer,
  text: string,
): TransactionAction[] {
  const [head, ...tail] = packRows(STATE, text);
  const saveHead: TransactionAction =
    etag === undefined
      ? ['create', { partitionKey, ...head }]
      : ['update', { partitionKey, ...head }, 'Replace', { etag }];
  return [saveHead, ...tail.map((row) => replace(partitionKey, row))];
}

const remove = (partitionKey: string, rowKey: string): TransactionAction => [
  'delete',
  { partitionKey, rowKey },
];

const createEmail = (partitionKey: string, email: Email, asOf: CalendarDate): TransactionAction => [
  'create',
  { partitionKey, ...outboxRow(queuedRow(email, asOf)) },
];

/** A night's events in one row, so that no night can outgrow a transaction. */
const keepEvents = (
  partitionKey: string,
  id: RunId,
  events: readonly HistoryEvent[],
): TransactionAction => replace(partitionKey, packRow(`event:${id}`, JSON.stringify(events)));

const replace = (partitionKey: string, row: PackedRow): TransactionAction => [
  'upsert',
  { partitionKey, ...row },
  'Replace',
];
