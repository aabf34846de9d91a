import { toCustomerKey } from '../../ledger/customer-key.ts';
import { QUOTE_FAULTS, unusableBecause, VALUE_LIMIT } from '../csv/cell-text.ts';
import type { CsvRecord } from '../csv/csv-records.ts';
import type { Header } from './header.ts';
import { cellsByColumn, firstFault, packCells } from './row-cells.ts';
import type { SourceFile } from './source-file.ts';

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
    return rejected(header.names[record.at] ?? '', record.text, QUOTE_FAULTS[record.kind]);
  if (record.cells.length > header.width)
    return rejected('', record.cells[header.width] ?? '', 'has more cells than the header');

  const cells = header.places.map((place) => record.cells[place]?.trim() ?? '');
  for (const [index, cell] of cells.entries()) {
    const unusable = unusableBecause(cell);
    if (unusable !== undefined) return rejected(file.columns[index] ?? '', cell, unusable);
  }
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
