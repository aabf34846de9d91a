import type { z } from 'zod';
import { QUOTE_FAULTS, unusableBecause, VALUE_LIMIT } from '../csv/cell-text.ts';
import type { CsvRecord } from '../csv/csv-records.ts';
import { COST_FIELDS, type CostField, type CostHeader } from './cost-columns.ts';
import { CostRow } from './cost-row.ts';

export type ReadCostRow =
  | { readonly kind: 'row'; readonly row: CostRow }
  | {
      readonly kind: 'rejected';
      readonly column: string;
      readonly value: string;
      readonly reason: string;
    };

/** What one record says, or which cell of it is wrong. */
export function readCostRow(header: CostHeader, record: CsvRecord): ReadCostRow {
  if (record.kind !== 'cells')
    return rejected(header.names[record.at] ?? '', record.text, QUOTE_FAULTS[record.kind]);
  if (record.cells.length > header.names.length)
    return rejected('', record.cells[header.names.length] ?? '', 'has more cells than the header');

  const cells: Partial<Record<CostField, string>> = {};
  for (const field of COST_FIELDS) {
    const cell = cellAt(record.cells, header.places[field]);
    if (cell === undefined) continue;
    const unusable = unusableBecause(cell);
    if (unusable !== undefined) return rejected(columnOf(header, field), cell, unusable);
    cells[field] = cell;
  }
  const { data, error } = CostRow[header.kind].safeParse(cells);
  return error === undefined ? { kind: 'row', row: data } : faulty(header, cells, error);
}

/** Undefined where it is empty; databases write NULL for that. */
function cellAt(cells: readonly string[], place: number): string | undefined {
  const cell = cells[place]?.trim();
  return cell === '' || cell === 'NULL' ? undefined : cell;
}

function faulty(
  header: CostHeader,
  cells: Partial<Record<CostField, string>>,
  { issues: [issue] }: z.ZodError,
): ReadCostRow {
  const field = COST_FIELDS.find((each) => each === issue?.path[0]);
  if (field === undefined) return rejected('', '', issue?.message ?? 'cannot be read');
  const value = cells[field];
  const reason = value === undefined ? 'is empty' : (issue?.message ?? 'cannot be read');
  return rejected(columnOf(header, field), value ?? '', reason);
}

const columnOf = ({ names, places }: CostHeader, field: CostField): string =>
  names[places[field]] ?? '';

const rejected = (column: string, value: string, reason: string): ReadCostRow => ({
  kind: 'rejected',
  column,
  value: value.slice(0, VALUE_LIMIT),
  reason,
});
