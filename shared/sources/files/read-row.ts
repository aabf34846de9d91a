import type { CsvRecord } from './csv-records.ts';
import { toCustomerKey } from './customer-key.ts';
import type { Header } from './header.ts';
import { cellsByColumn, firstFault, packCells } from './row-cells.ts';
import type { SourceFile } from './source-file.ts';

/** As much of a cell as a reject repeats. */
export const VALUE_LIMIT = 100;

/** More is no name, number or reason, and would not fit where it is stored. */
const CELL_LIMIT = 10_000;

export type ReadRow =
  | {
      readonly kind: 'row';
      readonly key: string;
      /** What no two rows of the file share: the id, or where it has none, the cells. */
      readonly identity: string;
      readonly cells: string | null;
    }
  | {
      readonly kind: 'rejected';
      readonly column: string;
      readonly value: string;
      readonly reason: string;
    };

/** What one record says by itself, before it is held against the rest of the folder. */
export function readRow(file: SourceFile, header: Header, record: CsvRecord): ReadRow {
  if (record.kind !== 'cells')
    return rejected(header.names[record.at] ?? '', record.text, QUOTES[record.kind]);
  if (record.cells.length > header.width)
    return rejected('', record.cells[header.width] ?? '', 'has more cells than the header');

  const cells = header.places.map((place) => record.cells[place]?.trim() ?? '');
  const unreadable = cells.findIndex(isUnreadable);
  if (unreadable !== -1)
    return rejected(
      file.columns[unreadable] ?? '',
      cells[unreadable] ?? '',
      unreadableBecause(cells[unreadable] ?? ''),
    );
  return checked(file, cells);
}

function checked(file: SourceFile, cells: readonly string[]): ReadRow {
  const row = cellsByColumn(file, cells);
  const { error } = file.row.safeParse(row);
  if (error !== undefined) {
    const { column, value, reason } = firstFault(error, row);
    return rejected(column, value, reason);
  }
  const key = toCustomerKey(row['customerId'] ?? '');
  const packed = packCells(cells);
  const id = file.id && row[file.id.column];
  return id === undefined
    ? { kind: 'row', key, identity: packed, cells: null }
    : { kind: 'row', key, identity: id, cells: packed };
}

const rejected = (column: string, value: string, reason: string): ReadRow => ({
  kind: 'rejected',
  column,
  value: value.slice(0, VALUE_LIMIT),
  reason,
});

const QUOTES = {
  open: 'opens a quote that is never closed',
  broken: 'has a quote in the wrong place',
};

/** Control characters but tab and line ends, and what is left of bytes that are not UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: to be kept out of ids and e-mail.
const UNREADABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/;

const isUnreadable = (cell: string): boolean => cell.length > CELL_LIMIT || UNREADABLE.test(cell);

function unreadableBecause(cell: string): string {
  if (cell.length > CELL_LIMIT) return `is longer than ${CELL_LIMIT} characters`;
  return cell.includes('\ufffd') ? 'has bytes that are not UTF-8' : 'has a control character';
}
