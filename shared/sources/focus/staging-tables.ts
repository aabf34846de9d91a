import { DatabaseSync } from 'node:sqlite';
import { toCustomerKey } from '../../ledger/customer-key.ts';
import { VALUE_LIMIT } from '../csv/cell-text.ts';
import type { RefusedFile } from './choose-runs.ts';
import type { CostRow } from './cost-row.ts';
import { costSums } from './cost-sums.ts';
import type { ReadCostRow } from './read-cost-row.ts';

/** A staging is written once, by one process, and thrown away if that fails: so no journal. */
const TABLES = `
  PRAGMA page_size = 16384; PRAGMA cache_size = -32000; PRAGMA temp_store = FILE;
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
  CREATE TABLE files (
    file INTEGER PRIMARY KEY, name TEXT, rows INTEGER, duplicates INTEGER, isWhole INTEGER
  ) STRICT;
  CREATE TABLE sums (
    key TEXT, file INTEGER, day TEXT, currency TEXT, charge TEXT, service TEXT,
    subscriptionId TEXT, amount TEXT, rows INTEGER
  ) STRICT;
  CREATE TABLE names (key TEXT PRIMARY KEY, name TEXT) STRICT, WITHOUT ROWID;
  CREATE TABLE rejects (file INTEGER, line INTEGER, "column" TEXT, value TEXT, reason TEXT) STRICT;
  CREATE TABLE findings (text TEXT) STRICT;
  CREATE TABLE staging (newestAt TEXT) STRICT;`;

export function createStaging(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec(TABLES);
  database.exec('BEGIN');
  return database;
}

export type Rejection = Omit<Extract<ReadCostRow, { kind: 'rejected' }>, 'kind'>;

/** How a file was read: to its end, or up to the line it is refused from, or of no use at all. */
export type FileEnd = { readonly rows: number; readonly told: number; readonly isWhole: boolean };

export type CostWriter = ReturnType<typeof costWriter>;

/** Writes down what is read of one file. */
export function costWriter(database: DatabaseSync, file: number, name: string) {
  const sums = costSums(database, file);
  const reject = database.prepare('INSERT INTO rejects VALUES (?, ?, ?, ?, ?)');
  const naming = database.prepare('INSERT OR REPLACE INTO names VALUES (?, ?)');
  const named = new Map<string, string>();
  return {
    accept(row: CostRow): void {
      const key = toCustomerKey(row.customerId);
      if (row.customerName !== undefined && named.get(key) !== row.customerName) {
        named.set(key, row.customerName);
        naming.run(key, row.customerName.slice(0, VALUE_LIMIT));
      }
      sums.add(key, row);
    },
    reject(line: number, { column, value, reason }: Rejection): void {
      reject.run(file, line, column, value, reason);
    },
    /** Forgets what was accepted, and says how many rows that were. */
    withdraw: (): number => sums.withdraw(),
    /** Forgets whatever was read. */
    forget(): void {
      sums.withdraw();
      database.prepare('DELETE FROM rejects WHERE file = ?').run(file);
    },
    /** To be called once. `rows` are all, `told` those of them that are told elsewhere. */
    finish({ rows, told, isWhole }: FileEnd): void {
      sums.flush();
      database
        .prepare('INSERT INTO files VALUES (?, ?, ?, ?, ?)')
        .run(file, name, rows, told, Number(isWhole));
    },
  };
}

/** A manifest that is refused counts as one row, a rejected one. */
export function writeRefused(database: DatabaseSync, file: number, refused: RefusedFile): void {
  const writer = costWriter(database, file, refused.name);
  writer.reject(1, { ...refused, value: refused.value.slice(0, VALUE_LIMIT) });
  writer.finish({ rows: 1, told: 0, isWhole: false });
}

export function finishStaging(
  database: DatabaseSync,
  newestAt: Date,
  findings: readonly string[],
): void {
  const note = database.prepare('INSERT INTO findings VALUES (?)');
  for (const text of findings) note.run(text);
  database.prepare('INSERT INTO staging VALUES (?)').run(newestAt.toISOString());
  database.exec('CREATE INDEX by_key ON sums (key)');
  database.exec(COUNTS);
  database.exec('COMMIT');
}

/** Counted apart from each other, so that a row that got lost shows in the sum. */
const COUNTS = `
  CREATE TABLE counts AS
    SELECT name AS file, files.rows, coalesce(accepted, 0) AS accepted,
      coalesce(rejected, 0) AS rejected, duplicates, isWhole
    FROM files
    LEFT JOIN (SELECT file, sum(rows) AS accepted FROM sums GROUP BY file) USING (file)
    LEFT JOIN (SELECT file, count(*) AS rejected FROM rejects GROUP BY file) USING (file)
    ORDER BY files.file;`;
