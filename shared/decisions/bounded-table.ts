import { figure } from './count-text.ts';
import type { Block } from './email.ts';

/** An e-mail is read by a person: no table of it is longer. */
export const MAX_TABLE_ROWS = 200;

/** Columns by title; those of figures are aligned right. */
export type Columns = readonly (readonly [title: string, align: 'left' | 'right'])[];

/** The first rows of a table, and how many more there are. No rows, no table. */
export function boundedTable(
  columns: Columns,
  rows: readonly (readonly string[])[],
  maxRows: number = MAX_TABLE_ROWS,
): Block[] {
  if (rows.length === 0) return [];
  const table: Block = {
    kind: 'table',
    columns: columns.map(([title, align]) => ({ title, align })),
    rows: rows.slice(0, maxRows).map((row) => [...row]),
  };
  const more = rows.length - maxRows;
  return more > 0 ? [table, paragraph(`and ${figure(more)} more`)] : [table];
}

export const heading = (text: string): Block => ({ kind: 'heading', text });

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
