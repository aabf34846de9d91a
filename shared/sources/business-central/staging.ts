import { DatabaseSync } from 'node:sqlite';
import { toCustomerKey } from '../../ledger/customer-key.ts';
import { VALUE_LIMIT } from '../csv/cell-text.ts';

/** What a list holds, in the order that a customer's rows are read back in. */
export const LISTS = ['customer', 'balance', 'invoice', 'creditMemo', 'payment'] as const;
export type List = (typeof LISTS)[number];

const TABLES = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
  CREATE TABLE facts (
    key TEXT, list TEXT, id TEXT, json TEXT, PRIMARY KEY (key, list, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE rejects (file TEXT, line INTEGER, "column" TEXT, value TEXT, reason TEXT) STRICT;
  CREATE TABLE salespeople (json TEXT) STRICT;
  CREATE TABLE about (currency TEXT, newestAt TEXT, finding TEXT, incomplete TEXT) STRICT;`;

/** Documents whose customer is no customer of the books. */
const STRANGERS = `
  INSERT INTO rejects SELECT list, 0, 'customerNumber', key, 'names no customer: ' || id FROM facts
    WHERE list <> 'customer' AND list <> 'balance'
      AND key NOT IN (SELECT key FROM facts WHERE list = 'customer');
  DELETE FROM facts WHERE key NOT IN (SELECT key FROM facts WHERE list = 'customer');`;

export type Rejected = { readonly column: string; readonly reason: string };

/** Where the lists are written as they come, to be read back by customer. A repeated row is one. */
export function newStaging(path: string) {
  const database = new DatabaseSync(path);
  database.exec(TABLES);
  database.exec('BEGIN');
  const insert = database.prepare('INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?)');
  const salesperson = database.prepare('INSERT INTO salespeople VALUES (?)');
  const reject = database.prepare('INSERT INTO rejects VALUES (?, ?, ?, ?, ?)');
  const lacking = new Set<string>();
  return {
    /** What could not be read at all, so that what is known is half a truth. */
    lacks(text: string): void {
      lacking.add(text);
    },
    put(list: List, customerId: string, id: string, item: unknown): void {
      insert.run(toCustomerKey(customerId), list, id, JSON.stringify(item));
    },
    salesperson(item: unknown): void {
      salesperson.run(JSON.stringify(item));
    },
    reject(file: string, line: number, item: unknown, { column, reason }: Rejected): void {
      const value = (JSON.stringify(item) ?? '').slice(0, VALUE_LIMIT);
      reject.run(file, line, column, value, reason);
    },
    /** `finding`: what could not be read, and is not missed by anybody's receivables. */
    finish(currency: string, newestAt: Date, finding: string | undefined): void {
      database.exec(STRANGERS);
      database
        .prepare('INSERT INTO about VALUES (?, ?, ?, ?)')
        .run(currency, newestAt.toISOString(), finding ?? null, [...lacking].join(', ') || null);
      database.exec('COMMIT');
      database.close();
    },
    close(): void {
      if (database.isOpen) database.close();
    },
  };
}
