import { DatabaseSync } from 'node:sqlite';
import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { ReadRow } from './read-row.ts';
import type { SourceFile } from './source-file.ts';

/** Rows per INSERT: each call into SQLite costs as much as the row itself. */
const ROWS_PER_INSERT = 8;

/**
 * A staging is written once, by one process, and thrown away if that fails: so no journal.
 * A row's identity is its id; in files without ids it is the whole row, and `cells` is null.
 */
const TABLES = `
  PRAGMA page_size = 16384; PRAGMA cache_size = -32000; PRAGMA temp_store = FILE;
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
  CREATE TABLE files (
    file INTEGER PRIMARY KEY, name TEXT, idColumn TEXT, identifies TEXT, rows INTEGER, isWhole INTEGER
  ) STRICT;
  CREATE TABLE read (key TEXT, file INTEGER, line INTEGER, identity TEXT, cells TEXT) STRICT;
  CREATE TABLE facts (
    key TEXT, file INTEGER, line INTEGER, identity TEXT, cells TEXT,
    PRIMARY KEY (key, file, line)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE rejects (file INTEGER, line INTEGER, "column" TEXT, value TEXT, reason TEXT) STRICT;
  CREATE TABLE repeats (
    key TEXT, file INTEGER, line INTEGER, identity TEXT, firstLine INTEGER, isEqual INTEGER
  ) STRICT;
  CREATE TABLE staging (written TEXT) STRICT;`;

export function createStaging(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec(TABLES);
  database.exec('BEGIN');
  return database;
}

export type Rejection = Omit<Extract<ReadRow, { kind: 'rejected' }>, 'kind'>;

/** Writes down what is read of one file. */
export type FileWriter = {
  accept(line: number, row: Extract<ReadRow, { kind: 'row' }>): void;
  reject(line: number, rejection: Rejection): void;
  /** To be called once, after the last row. `rows` is how many there were. */
  finish(rows: number, isWhole: boolean): void;
};

export function fileWriter(database: DatabaseSync, file: SourceFile, name: string): FileWriter {
  const insert = batchedInsert(database);
  const reject = database.prepare('INSERT INTO rejects VALUES (?, ?, ?, ?, ?)');
  return {
    accept: (line, { key, identity, cells }) => insert.add(key, file.order, line, identity, cells),
    reject(line, { column, value, reason }) {
      reject.run(file.order, line, column, value, reason);
    },
    finish(rows, isWhole) {
      insert.flush();
      database
        .prepare('INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)')
        .run(file.order, name, file.id?.column ?? null, file.id?.of ?? null, rows, Number(isWhole));
    },
  };
}

type Value = string | number | null;

function batchedInsert(database: DatabaseSync) {
  const row = '(?, ?, ?, ?, ?)';
  const one = database.prepare(`INSERT INTO read VALUES ${row}`);
  const many = database.prepare(
    `INSERT INTO read VALUES ${Array(ROWS_PER_INSERT).fill(row).join(', ')}`,
  );
  let waiting: Value[] = [];
  return {
    add(...values: [Value, Value, Value, Value, Value]) {
      waiting.push(...values);
      if (waiting.length < ROWS_PER_INSERT * values.length) return;
      many.run(...waiting);
      waiting = [];
    },
    flush() {
      for (let at = 0; at < waiting.length; at += 5) one.run(...waiting.slice(at, at + 5));
      waiting = [];
    },
  };
}

/** What is known of a staged folder besides its rows. */
export type About = { readonly asOf: CalendarDate | undefined; readonly newestFileAt: Date };

export function finishStaging(database: DatabaseSync, about: About): void {
  database.prepare('INSERT INTO staging VALUES (?)').run(JSON.stringify(about));
  database.exec(COUNTS);
  database.exec('COMMIT');
}

/** Counted apart from each other, so that a row that got lost shows in the sum. */
const COUNTS = `
  CREATE TABLE counts AS
    SELECT name AS file, rows, coalesce(accepted, 0) AS accepted, coalesce(rejected, 0) AS rejected,
      coalesce(duplicates, 0) AS duplicates, isWhole
    FROM files
    LEFT JOIN (SELECT file, count(*) AS accepted FROM facts GROUP BY file) USING (file)
    LEFT JOIN (SELECT file, count(*) AS rejected FROM rejects GROUP BY file) USING (file)
    LEFT JOIN (SELECT file, count(*) AS duplicates FROM repeats WHERE isEqual GROUP BY file)
      USING (file)
    ORDER BY files.file;`;
