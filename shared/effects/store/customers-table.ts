import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import { z } from 'zod';
import { CustomerNight, type HistoryEvent } from '../../decisions/customer-night.ts';
import { CustomerState, NEW_CUSTOMER } from '../../decisions/customer-state.ts';
import type { Email } from '../../decisions/email.ts';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { customerIdOf, SourceFacts } from '../../ledger/source-facts.ts';
import { StaleError } from '../../run/errors.ts';
import { factsOfRun, type StoredFacts } from '../../run/facts-of-run.ts';
import { queuedRow } from '../../run/outbox-row.ts';
import type { Customers, LoadedCustomer } from '../../run/ports.ts';
import { RunId } from '../../run/run.ts';
import { readDelivered } from './delivered-rows.ts';
import { EmailsOfNight, readEmailsOfNight } from './emails-of-night.ts';
import { encodeKey } from './keys.ts';
import { outboxRow } from './outbox-row.ts';
import { type PackedRow, packRow, packRows, unpackRows } from './packed-rows.ts';
import { isConflict } from './rest-errors.ts';

/** All that a night needs of a customer begins with `now:`, so one range query reads it. */
const NOW = { from: 'now:', to: 'now;' };
const STATE = 'now:state';
const factsKey = (source: string): string => `now:facts:${encodeKey(source)}`;

const FactsText = z.object({ asOf: CalendarDate, facts: SourceFacts });

const StateText = z.object({
  state: CustomerState,
  last: z
    .object({ runId: RunId, night: CustomerNight, ...EmailsOfNight.shape })
    .transform(readEmailsOfNight),
});

/**
 * One partition per customer, so that a state, its e-mails and its history commit together or not
 * at all. Facts of dry runs are kept in a table of their own: a dry run changes nothing.
 */
export function customersTable(table: TableClient, dryRunFacts: TableClient): Customers {
  return {
    async saveFacts(run, source, facts) {
      const partitionKey = encodeKey(customerIdOf(facts));
      const text = JSON.stringify({ asOf: run.asOf, facts });
      const rows = packRows(factsKey(source), text);
      await upsertAll(run.dryRun ? dryRunFacts : table, partitionKey, rows);
    },

    async load(run, customerId) {
      const rows = await readNow(table, encodeKey(customerId));
      const factsRows = run.dryRun ? await readNow(dryRunFacts, encodeKey(customerId)) : rows;
      const facts = factsOfRun(run, (source) => storedFacts(source, factsRows));
      if (facts === undefined) return undefined;
      const text = unpackRows(STATE, rows);
      const stored = text === undefined ? undefined : StateText.parse(JSON.parse(text));
      return {
        customerId,
        ...facts,
        state: stored?.state ?? NEW_CUSTOMER,
        delivered: readDelivered(rows),
        last: stored?.last,
        etag: rows.find(({ rowKey }) => rowKey === STATE)?.etag,
      };
    },

    async commit(loaded, state, last, emails, events) {
      const partitionKey = encodeKey(loaded.customerId);
      const asOf = last.night.asOf;
      const actions = [
        ...stateActions(partitionKey, loaded, JSON.stringify({ state, last })),
        ...emails.map((email) => createEmail(partitionKey, email, asOf)),
        ...(events.length === 0 ? [] : [keepEvents(partitionKey, last.runId, events)]),
      ];
      try {
        await table.submitTransaction(actions);
      } catch (error) {
        if (!isConflict(error)) throw error;
        throw new StaleError(`customer "${loaded.customerId}"`, { cause: error });
      }
    },
  };
}

type NowRow = { partitionKey: string; rowKey: string; etag: string };

async function readNow(table: TableClient, partitionKey: string): Promise<NowRow[]> {
  const filter = odata`PartitionKey eq ${partitionKey} and RowKey ge ${NOW.from} and RowKey lt ${NOW.to}`;
  return await Array.fromAsync(table.listEntities<NowRow>({ queryOptions: { filter } }));
}

function storedFacts(source: string, rows: readonly NowRow[]): StoredFacts | undefined {
  const text = unpackRows(factsKey(source), rows);
  return text === undefined ? undefined : FactsText.parse(JSON.parse(text));
}

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

async function upsertAll(
  table: TableClient,
  partitionKey: string,
  rows: readonly [PackedRow, ...PackedRow[]],
): Promise<void> {
  if (rows.length === 1) await table.upsertEntity({ partitionKey, ...rows[0] }, 'Replace');
  else await table.submitTransaction(rows.map((row) => replace(partitionKey, row)));
}
