import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { CustomerId } from '../../ledger/customer.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import { toCustomerKey } from '../../ledger/customer-key.ts';
import type { Identity } from '../../ledger/identity.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import type { SourceReading } from '../../run/pull/source.ts';
import { Reject } from '../../run/run.ts';
import { keyAfter } from '../staging/customer-key.ts';
import type { Salespeople } from './account-manager.ts';
import { booksOf, customerOf, factsOf, identityOf } from './books-facts.ts';
import { Salesperson } from './wire.ts';

const About = z.object({
  currency: CurrencyCode,
  newestAt: z.iso.datetime(),
  finding: z.string().nullable(),
  incomplete: z.string().nullable(),
});
const Json = z.object({ json: z.string() });
const Row = z.object({ list: z.string(), json: z.string() });
const Keyed = z.object({ key: z.string() });
const Counted = z.object({ count: z.int() });

/** The books by customer. They are read once, so that closing them removes them. */
export function stagedBooks(path: string, settledDisputes: readonly string[]): SourceReading {
  const database = new DatabaseSync(path, { readOnly: true });
  const about = About.parse(database.prepare('SELECT * FROM about').get());
  const rejected = Counted.parse(
    database.prepare('SELECT count(*) AS count FROM rejects').get(),
  ).count;
  const findings: string[] = about.finding === null ? [] : [about.finding];
  const company = { ...about, salespeople: salespeople(database), settledDisputes };
  const ofKey = (key: string): CustomerFacts => {
    const { facts, finding } = factsOf(booksOf(rowsOf(database, key)), company);
    if (finding !== undefined && !findings.includes(finding)) findings.push(finding);
    return facts;
  };
  return {
    identities: () => identities(database),
    customers: async (after, limit) => keysAfter(database, after, limit).map((key) => ofKey(key)),
    customer: async (customerId) => {
      const key = toCustomerKey(customerId);
      return rowsOf(database, key).length === 0 ? undefined : ofKey(key);
    },
    rejects: () => rejects(database),
    rejected,
    duplicates: 0,
    newestAt: new Date(about.newestAt),
    incomplete: about.incomplete ?? undefined,
    findings,
    close() {
      database.close();
      rmSync(path, { force: true });
    },
  };
}

function keysAfter(database: DatabaseSync, after: string | undefined, limit: number): string[] {
  const cursor = keyAfter(after === undefined ? undefined : CustomerId.parse(after));
  return database
    .prepare("SELECT key FROM facts WHERE list = 'customer' AND key > ? ORDER BY key LIMIT ?")
    .all(cursor, Math.max(0, limit))
    .map((row) => Keyed.parse(row).key);
}

const rowsOf = (database: DatabaseSync, key: string) =>
  database
    .prepare('SELECT list, json FROM facts WHERE key = ? ORDER BY list, id')
    .all(key)
    .map((row) => Row.parse(row));

function salespeople(database: DatabaseSync): Salespeople {
  const all = database.prepare('SELECT json FROM salespeople').all();
  return new Map(
    all
      .map((row) => Salesperson.parse(JSON.parse(Json.parse(row).json)))
      .map((each) => [each.code, each]),
  );
}

function* identities(database: DatabaseSync): Generator<Identity, undefined> {
  const rows = database.prepare(
    "SELECT list, json FROM facts WHERE list = 'customer' ORDER BY key",
  );
  for (const row of rows.iterate()) yield identityOf(customerOf(Row.parse(row).json));
}

function* rejects(database: DatabaseSync): Generator<Reject, undefined> {
  for (const each of database.prepare('SELECT * FROM rejects ORDER BY file, line').iterate())
    yield Reject.parse(each);
}
