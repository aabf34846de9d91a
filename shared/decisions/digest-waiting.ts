import { boundedTable, type Columns, heading } from './bounded-table.ts';
import type { CustomerNight } from './customer-night.ts';
import { type DigestRole, unheard } from './digest-findings.ts';
import type { Block } from './email.ts';
import { moneyText } from './money-text.ts';

const COLUMNS: Columns = [
  ['Customer', 'left'],
  ['Overdue', 'right'],
  ['Why', 'left'],
];

/** What still waits since an earlier night. It is no news, so it makes no digest by itself. */
export function waitingBlocks(nights: readonly CustomerNight[], role: DigestRole): Block[] {
  const waiting = nights.flatMap((night) => unheard(night, role).filter(({ isNew }) => !isNew));
  if (waiting.length === 0) return [];
  const rows = waiting.map(({ customerName, overdue, currency, because }) => [
    customerName,
    moneyText({ minorUnits: overdue, currency }),
    because,
  ]);
  return [heading('Still waiting'), ...boundedTable(COLUMNS, rows)];
}
