import { Entry } from '../../../ledger/entries.ts';
import type { EntryName } from '../../../run/desk/people-port.ts';
import type { Stored } from '../../../run/ports.ts';
import { encodeKey } from '../keys.ts';
import { type PackedRow, packRow, unpackRows } from '../packed-rows.ts';

/** Among the rows that a night reads of a customer, one for each thing that people entered. */
const PREFIXES = ['now:arrangement:', 'now:budget:'];

export const entryKey = ({ kind, id }: EntryName): string => `now:${kind}:${encodeKey(id)}`;

export const entryRow = (entry: Entry): PackedRow =>
  packRow(entryKey(entry), JSON.stringify(entry));

type Row = { readonly rowKey: string; readonly etag: string };

export const isEntryRow = ({ rowKey }: Pick<Row, 'rowKey'>): boolean =>
  PREFIXES.some((prefix) => rowKey.startsWith(prefix));

export const readEntries = (rows: readonly Row[]): Stored<Entry>[] =>
  rows.filter(isEntryRow).map((row) => ({ value: readEntry(row), etag: row.etag }));

export const readEntry = (row: { readonly rowKey: string }): Entry =>
  Entry.parse(JSON.parse(unpackRows(row.rowKey, [row]) ?? ''));
