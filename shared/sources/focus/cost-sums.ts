import type { DatabaseSync } from 'node:sqlite';
import type { CostRow } from './cost-row.ts';

/** Sums kept in memory before they are written down. */
const SUMS_AT_ONCE = 20_000;

type Sum = { readonly key: string; readonly row: CostRow; amount: bigint; rows: number };

/**
 * Adds up charges of one customer, day, service, subscription and kind on the way to disk: there
 * are a hundred times fewer of these, and what is left apart is added when it is read.
 */
export function costSums(database: DatabaseSync, file: number) {
  const insert = database.prepare('INSERT INTO sums VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const sums = new Map<string, Sum>();

  function flush(): void {
    for (const { key, row, amount, rows } of sums.values()) {
      const { day, currency, charge, service = null, subscriptionId = null } = row;
      insert.run(key, file, day, currency, charge, service, subscriptionId, `${amount}`, rows);
    }
    sums.clear();
  }

  return {
    flush,
    add(key: string, row: CostRow): void {
      const { day, currency, charge, service = '', subscriptionId = '' } = row;
      // Cells with control characters are refused, so none has this one.
      const group = [key, day, currency, charge, service, subscriptionId].join('\u001f');
      const sum = sums.get(group);
      if (sum !== undefined) {
        sum.amount += row.amount;
        sum.rows += 1;
        return;
      }
      if (sums.size >= SUMS_AT_ONCE) flush();
      sums.set(group, { key, row, amount: row.amount, rows: 1 });
    },
    withdraw(): number {
      flush();
      const counted = database
        .prepare('SELECT coalesce(sum(rows), 0) AS rows FROM sums WHERE file = ?')
        .get(file);
      database.prepare('DELETE FROM sums WHERE file = ?').run(file);
      return Number(counted?.['rows']);
    },
  };
}
