import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { CustomerId } from '../../ledger/customer.ts';
import { toCustomerKey } from '../../ledger/customer-key.ts';
import type { SpendFacts } from '../../ledger/source-facts.ts';
import { Reject } from '../../run/run.ts';
import { idOfKey, keyAfter } from '../staging/customer-key.ts';
import { FileCounts } from '../staging/file-counts.ts';
import { addedUp } from './added-up.ts';

/** A folder of cost that is wholly read. To be closed. */
export interface StagedCosts {
  /** At most `limit`, each with all its spend; by encoded id, ordinally. */
  customers(after: CustomerId | undefined, limit: number): Iterable<SpendFacts>;
  /** All its spend; undefined where there is none. */
  customer(customerId: CustomerId): SpendFacts | undefined;
  rejects(): Iterable<Reject>;
  readonly files: readonly FileCounts[];
  readonly findings: readonly string[];
  readonly newestAt: Date;
  close(): void;
}

export function openStagedCosts(path: string): StagedCosts {
  const database = new DatabaseSync(path, { readOnly: true });
  const all = (query: string): unknown[] => database.prepare(query).all();
  const [about] = z.array(About).parse(all('SELECT newestAt FROM staging'));
  return {
    customers: (after, limit) => customers(database, keyAfter(after), limit),
    customer: (customerId) => customer(database, toCustomerKey(customerId)),
    rejects: () => rejects(database),
    files: z.array(FileCounts).parse(all('SELECT * FROM counts')),
    findings: z.array(Finding).parse(all('SELECT text FROM findings')),
    newestAt: new Date(about?.newestAt ?? 0),
    close: () => database.close(),
  };
}

const About = z.object({ newestAt: z.iso.datetime() });
const Finding = z.object({ text: z.string() }).transform(({ text }) => text);
const Keyed = z.object({ key: z.string(), name: z.string().nullable() });

function* customers(
  database: DatabaseSync,
  after: string,
  limit: number,
): Generator<SpendFacts, undefined> {
  const keys = database.prepare(
    `SELECT key, (SELECT name FROM names WHERE names.key = sums.key) AS name
      FROM sums WHERE key > ? GROUP BY key ORDER BY key LIMIT ?`,
  );
  const sums = database.prepare('SELECT * FROM sums WHERE key = ?');
  for (const found of keys.all(after, Math.max(0, limit))) {
    const { key, name } = Keyed.parse(found);
    const customerId = CustomerId.parse(idOfKey(key));
    const spend = addedUp(sums.iterate(key));
    yield { customerId, ...(name !== null && { name }), spend };
  }
}

function customer(database: DatabaseSync, key: string): SpendFacts | undefined {
  const sums = database.prepare('SELECT * FROM sums WHERE key = ?').all(key);
  if (sums.length === 0) return undefined;
  const named = database.prepare('SELECT key, name FROM names WHERE key = ?').get(key);
  const name = named === undefined ? null : Keyed.parse(named).name;
  const customerId = CustomerId.parse(idOfKey(key));
  return { customerId, ...(name !== null && { name }), spend: addedUp(sums) };
}

function* rejects(database: DatabaseSync): Generator<Reject, undefined> {
  const stored = database.prepare(
    `SELECT name AS file, line, "column", value, reason
      FROM rejects JOIN files USING (file) ORDER BY rejects.file, line`,
  );
  for (const each of stored.iterate()) yield Reject.parse(each);
}
