import { odata, type TableClient } from '@azure/data-tables';
import { z } from 'zod';
import type { WaitingEmail, WaitingEmails } from '../../run/email/dispatch-ports.ts';
import { SendEmail } from '../../run/messages.ts';
import { encodeKey, prefixBounds } from './keys.ts';
import { packRow, unpackRows } from './packed-rows.ts';
import { isConflict, isNotFound } from './rest-errors.ts';

const PARTITION = 'waiting';
const READY = 'ready:';
const HIDDEN = 'hidden:';
/** Whoever loses the first to another worker takes the second. */
const LOOKED_AT = 8;
const SHOWN_AT_ONCE = 40;

const Waiting = z.object({ message: SendEmail, urgency: z.int(), tries: z.int() });
const Keyed = z.object({ rowKey: z.string() });

/** Rows are kept in the order of their keys: by urgency, then by night. */
const readyKey = ({ urgency, message }: WaitingEmail): string =>
  `${READY}${urgency}:${encodeKey(message.runId)}:${message.emailId}`;

/** Hidden rows are in the order in which they are to be seen again. */
const hiddenKey = (email: WaitingEmail, until: Date): string =>
  `${HIDDEN}${until.toISOString()}:${readyKey(email).slice(READY.length)}`;

const hiddenUntil = (rowKey: string): Date =>
  new Date(rowKey.slice(HIDDEN.length, HIDDEN.length + '2026-03-17T02:00:00.000Z'.length));

/** The line is one partition, so that an e-mail is moved within it, never copied or lost. */
export function waitingEmailsTable(table: TableClient): WaitingEmails {
  return {
    async add(email) {
      try {
        await table.createEntity(rowOf(readyKey(email), email));
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    },

    async take(now, until) {
      await show(table, now);
      for (const row of await firstRows(table, READY, LOOKED_AT)) {
        const email = readRow(row);
        const key = hiddenKey(email, until);
        if (await moved(table, row, key, email)) return { ...email, key };
      }
      return undefined;
    },

    async putBack({ key, ...email }, until) {
      const stored = await table.getEntity(PARTITION, key).catch(undefinedIfGone);
      if (stored !== undefined) await moved(table, stored, hiddenKey(email, until), email);
    },

    async remove({ key }) {
      await table.deleteEntity(PARTITION, key).catch(undefinedIfGone);
    },

    async nextAt(now) {
      if ((await firstRows(table, READY, 1)).length > 0) return now;
      const [hidden] = await firstRows(table, HIDDEN, 1);
      return hidden === undefined ? undefined : hiddenUntil(Keyed.parse(hidden).rowKey);
    },
  };
}

const rowOf = (rowKey: string, { message, urgency, tries }: WaitingEmail) => ({
  partitionKey: PARTITION,
  ...packRow(rowKey, JSON.stringify({ message, urgency, tries })),
});

function readRow(row: unknown): WaitingEmail {
  return Waiting.parse(JSON.parse(unpackRows(Keyed.parse(row).rowKey, [row]) ?? ''));
}

async function firstRows(table: TableClient, prefix: string, count: number): Promise<unknown[]> {
  const { from, to } = prefixBounds(prefix);
  const filter = odata`PartitionKey eq ${PARTITION} and RowKey ge ${from} and RowKey lt ${to}`;
  const pages = table.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: count });
  // A page may be empty and not the last.
  for await (const page of pages) if (page.length > 0) return page;
  return [];
}

/** Brings back what is hidden no longer: it waited long enough, or whoever took it died. */
async function show(table: TableClient, now: Date): Promise<void> {
  for (const row of await firstRows(table, HIDDEN, SHOWN_AT_ONCE)) {
    if (hiddenUntil(Keyed.parse(row).rowKey) > now) return;
    const email = readRow(row);
    await moved(table, row, readyKey(email), email);
  }
}

/**
 * False where another worker was first: a row can be deleted once, and with it goes all. A row that is
 * at its new place already is not doubled.
 */
async function moved(
  table: TableClient,
  row: unknown,
  key: string,
  email: WaitingEmail,
): Promise<boolean> {
  const { rowKey } = Keyed.parse(row);
  if (rowKey === key) return true;
  try {
    await table.submitTransaction([
      ['upsert', rowOf(key, email), 'Replace'],
      ['delete', { partitionKey: PARTITION, rowKey }],
    ]);
    return true;
  } catch (error) {
    if (isConflict(error) || isNotFound(error)) return false;
    throw error;
  }
}

function undefinedIfGone(error: unknown): undefined {
  if (isNotFound(error)) return undefined;
  throw error;
}
