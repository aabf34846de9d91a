import type { DatabaseSync } from 'node:sqlite';
import type { CostRow } from './cost-row.ts';

/** Sums kept in memory before they are written down. */
const SUMS_AT_ONCE = 20_000;

type Sum = { amount: bigint; rows: number };

/** Between what a sum is of. Cells with control characters are refused, so none has it. */
const BETWEEN = '\u001f';

/**
 * Adds up charges of one customer, day, service, subscription and kind on the way to disk: there
 * are a hundred times fewer of these, and what is left apart is added when it is read.
 */
export function costSums(database: DatabaseSync, file: number) {
  const insert = database.prepare('INSERT INTO sums VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const sums = new Map<string, Sum>();

  function flush(): void {
    for (const [group, { amount, rows }] of sums) {
      const [key = '', day = '', currency = '', charge = '', ...what] = group.split(BETWEEN);
      const [service, subscriptionId] = what.map((text) => (text === '' ? null : text));
      insert.run(
        ...[key, file, day, currency, charge],
        ...[service ?? null, subscriptionId ?? null, `${amount}`, rows],
      );
    }
    sums.clear();
  }

  return {
    flush,
    add(key: string, { day, currency, charge, service, subscriptionId, amount }: CostRow): void {
      // A text of its own: a part of the line would keep all that was read with it in memory.
      const group = [key, day, currency, charge, service, subscriptionId].join(BETWEEN);
      const sum = sums.get(group);
      if (sum !== undefined) {
        sum.amount += amount;
        sum.rows += 1;
        return;
      }
      if (sums.size >= SUMS_AT_ONCE) flush();
      sums.set(group, { amount, rows: 1 });
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
