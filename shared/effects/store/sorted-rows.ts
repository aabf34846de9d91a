import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { BY_CURRENCY, SORTS, type Sort, type SortedRow } from '../../run/desk/desk-port.ts';

export type SortedRows = {
  add(rows: readonly SortedRow[]): void;
  /** The rows as JSON, ascending. */
  by(sort: Sort): Iterable<string>;
  count(): number;
  close(): void;
};

const Json = z.object({ json: z.string() });
const Count = z.object({ count: z.int() });

/** Sorts on disk, in a file that the operating system forgets: a portfolio may outgrow memory. */
export function sortedRows(): SortedRows {
  const database = new DatabaseSync('');
  database.exec(
    `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4096;
     CREATE TABLE rows (json TEXT NOT NULL, id TEXT NOT NULL, currency TEXT NOT NULL, ${SORTS.map((sort) => `"${sort}"`).join(', ')});
     BEGIN`,
  );
  const insert = database.prepare(
    `INSERT INTO rows VALUES (?, ?, ?, ${SORTS.map(() => '?').join(', ')})`,
  );
  return {
    add(rows) {
      for (const { row, keys } of rows)
        insert.run(
          JSON.stringify(row),
          row.customerId,
          row.currency ?? '',
          ...SORTS.map((sort) => keys[sort]),
        );
    },
    *by(sort) {
      const currencies = BY_CURRENCY.includes(sort) ? 'sizes.size, sizes.currency, ' : '';
      const sorted = database.prepare(
        `SELECT json FROM rows
          JOIN (SELECT currency, count(*) AS size FROM rows GROUP BY currency) AS sizes
            USING (currency)
          ORDER BY ${currencies}"${sort}", id, json`,
      );
      for (const row of sorted.iterate()) yield Json.parse(row).json;
    },
    count: () => Count.parse(database.prepare('SELECT count(*) AS count FROM rows').get()).count,
    close: () => database.close(),
  };
}
