import { DatabaseSync } from 'node:sqlite';
import type { z } from 'zod';
import { toCustomerKey } from '../../ledger/customer-key.ts';
import { VALUE_LIMIT } from '../csv/cell-text.ts';
import type { UsageRecord } from './usage-record.ts';

const TABLES = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
  CREATE TABLE usage (
    key TEXT, currency TEXT, name TEXT, day TEXT, modifiedAt TEXT, minorUnits INTEGER,
    budget INTEGER, PRIMARY KEY (key, currency)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE rejects (line INTEGER, "column" TEXT, value TEXT, reason TEXT) STRICT;
  CREATE TABLE counts (duplicates INTEGER) STRICT;`;

/** Where usage is written as it comes, in any order, to be read back by customer. */
export function newStaging(path: string) {
  const database = new DatabaseSync(path);
  database.exec(TABLES);
  database.exec('BEGIN');
  const known = database.prepare('SELECT modifiedAt FROM usage WHERE key = ? AND currency = ?');
  const usage = database.prepare('INSERT OR REPLACE INTO usage VALUES (?, ?, ?, ?, ?, ?, ?)');
  const reject = database.prepare('INSERT INTO rejects VALUES (?, ?, ?, ?)');
  let duplicates = 0;
  return {
    /** A list that changes while it is read may tell somebody twice: the newest holds. */
    spend({ customerId, name, reading, budget }: UsageRecord): void {
      const { currency, date, minorUnits, modifiedAt = '' } = reading;
      const key = toCustomerKey(customerId);
      const before = known.get(key, currency);
      if (before !== undefined) duplicates += 1;
      if (before !== undefined && String(before['modifiedAt']) > modifiedAt) return;
      const budgeted = budget?.minorUnits ?? null;
      usage.run(key, currency, name ?? null, date, modifiedAt, minorUnits, budgeted);
    },
    reject(line: number, item: unknown, issues: readonly z.core.$ZodIssue[]): void {
      const [issue] = issues;
      const value = JSON.stringify(item)?.slice(0, VALUE_LIMIT) ?? '';
      reject.run(line, issue?.path.join('.') ?? '', value, issue?.message ?? 'unreadable');
    },
    finish(): void {
      database.prepare('INSERT INTO counts VALUES (?)').run(duplicates);
      database.exec('COMMIT');
      database.close();
    },
    close(): void {
      if (database.isOpen) database.close();
    },
  };
}
