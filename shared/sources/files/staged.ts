import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerId, identifying } from '../../ledger/customer.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import { toCustomerKey } from '../../ledger/customer-key.ts';
import type { Identity } from '../../ledger/identity.ts';
import { Reject } from '../../run/run.ts';
import { idOfKey, keyAfter } from '../staging/customer-key.ts';
import { FileCounts } from '../staging/file-counts.ts';
import { ROW_SEPARATOR, unpackRow } from './row-cells.ts';
import { CUSTOMERS } from './source-file.ts';
import { type RowsByFile, toFacts } from './to-facts.ts';

const About = z.object({
  asOf: CalendarDate.optional(),
  newestFileAt: z.iso.datetime().transform((text) => new Date(text)),
});

/** A data folder that is wholly read. To be closed. */
export interface Staged {
  /** The file that it is staged in. */
  readonly path: string;
  /** At most `limit`, each with all its rows, later ones included; by encoded id, ordinally. */
  customers(after: CustomerId | undefined, limit: number): Iterable<CustomerFacts>;
  /** All rows of one; undefined where nobody knows the customer. */
  customer(customerId: CustomerId): CustomerFacts | undefined;
  /** Of all customers, in the same order. */
  ids(): Iterable<CustomerId>;
  /** Who everybody is, without the rest of what is known of them. */
  identities(): Iterable<Identity>;
  rejects(): Iterable<Reject>;
  readonly files: readonly FileCounts[];
  readonly newestFileAt: Date;
  /** The day the folder says it is about. */
  readonly asOf: CalendarDate | undefined;
  close(): void;
}

export function openStaged(path: string): Staged {
  const database = new DatabaseSync(path, { readOnly: true });
  const { written } = z
    .object({ written: z.string() })
    .parse(database.prepare('SELECT written FROM staging').get());
  const { asOf, newestFileAt } = About.parse(JSON.parse(written));
  return {
    path,
    customers: (after, limit) => customers(database, keyAfter(after), limit),
    customer: (customerId) => customer(database, toCustomerKey(customerId)),
    ids: () => ids(database),
    identities: () => identities(database),
    rejects: () => rejects(database),
    files: z.array(FileCounts).parse(database.prepare('SELECT * FROM counts').all()),
    newestFileAt,
    asOf,
    close: () => database.close(),
  };
}

/** All rows that a customer has in one file. To fetch and check them one by one takes thrice as long. */
const StoredRows = z.tuple([z.string(), z.int(), z.string()]);

function* customers(
  database: DatabaseSync,
  after: string,
  limit: number,
): Generator<CustomerFacts, undefined> {
  let left = limit;
  if (left <= 0) return;
  for (const rows of perCustomer(storedRows(database, 'key > ?', after))) {
    yield toFacts(rows);
    left -= 1;
    if (left <= 0) return;
  }
}

function customer(database: DatabaseSync, key: string): CustomerFacts | undefined {
  const [rows] = perCustomer(storedRows(database, 'key = ?', key));
  return rows && toFacts(rows);
}

function storedRows(
  database: DatabaseSync,
  whose: 'key = ?' | 'key > ?',
  key: string,
): Iterable<unknown> {
  const stored = database.prepare(
    `SELECT key, file, group_concat(coalesce(cells, identity), char(${ROW_SEPARATOR.charCodeAt(0)}) ORDER BY line)
      FROM facts WHERE ${whose} GROUP BY key, file ORDER BY key, file`,
  );
  stored.setReturnArrays(true);
  return stored.iterate(key);
}

function* ids(database: DatabaseSync): Generator<CustomerId, undefined> {
  const stored = database.prepare('SELECT key FROM facts WHERE file = ? ORDER BY key');
  for (const each of stored.iterate(CUSTOMERS.order))
    yield CustomerId.parse(idOfKey(StoredKey.parse(each).key));
}

const StoredKey = z.object({ key: z.string() });
const StoredCells = z.object({ cells: z.string() });

function* identities(database: DatabaseSync): Generator<Identity, undefined> {
  const stored = database.prepare('SELECT cells FROM facts WHERE file = ? ORDER BY key');
  for (const each of stored.iterate(CUSTOMERS.order)) {
    const { customerId: id, ...customer } = unpackRow(CUSTOMERS, StoredCells.parse(each).cells);
    yield { id, ...identifying(customer) };
  }
}

function* perCustomer(stored: Iterable<unknown>): Generator<RowsByFile, undefined> {
  let rows: Map<number, readonly string[]> | undefined;
  let current = '';
  for (const each of stored) {
    const [key, file, ofFile] = StoredRows.parse(each);
    if (rows === undefined || key !== current) {
      if (rows !== undefined) yield rows;
      rows = new Map();
      current = key;
    }
    rows.set(file, ofFile.split(ROW_SEPARATOR));
  }
  if (rows !== undefined) yield rows;
}

function* rejects(database: DatabaseSync): Generator<Reject, undefined> {
  const stored = database.prepare(
    `SELECT name AS file, line, "column", value, reason
      FROM rejects JOIN files USING (file) ORDER BY rejects.file, line`,
  );
  for (const each of stored.iterate()) yield Reject.parse(each);
}
