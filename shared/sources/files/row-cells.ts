import type { z } from 'zod';
import { CurrencyCode } from '../../ledger/money.ts';
import type { SourceFile } from './source-file.ts';

/** Between the cells of a stored row. Cells with control characters are refused, so none has it. */
const BETWEEN = '\u001f';
/** Between the stored rows of a customer, for the same reason. */
export const ROW_SEPARATOR = '\u001e';

export const packCells = (cells: readonly string[]): string => cells.join(BETWEEN);

/** The known cells of a row by column, as its schema reads them: an empty cell is none. */
export function cellsByColumn(
  { columns }: SourceFile,
  cells: readonly string[],
): Record<string, string | undefined> {
  const row: Record<string, string | undefined> = {};
  columns.forEach((column, index) => {
    const cell = cells[index];
    row[column] = cell === '' ? undefined : cell;
  });
  return row;
}

/** Reads a row that was accepted before, from its stored cells. */
export function unpackRow<Noun>(file: SourceFile<Noun>, packed: string): Noun {
  return file.row.parse(cellsByColumn(file, packed.split(BETWEEN)));
}

/** The first thing wrong with a row, in words a bookkeeper knows. */
export function firstFault(
  { issues: [issue] }: z.ZodError,
  row: Readonly<Record<string, string | undefined>>,
): { column: string; value: string; reason: string } {
  const column = String(issue?.path[0] ?? '');
  const value = row[column] ?? '';
  const isEmpty = value === '' && issue?.code !== 'custom';
  return { column, value, reason: isEmpty ? 'is empty' : reasonOf(issue, column, value) };
}

function reasonOf(issue: z.core.$ZodIssue | undefined, column: string, value: string): string {
  if (issue?.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
  if (issue?.code === 'invalid_format' && issue.format === 'date')
    return LOOKS_LIKE_A_DAY.test(value)
      ? 'is no day of the calendar'
      : 'expected a day as YYYY-MM-DD';
  if (column === 'currency' && CurrencyCode.safeParse(value.toUpperCase()).success)
    return 'expected capital letters';
  return issue?.message ?? 'cannot be read';
}

const LOOKS_LIKE_A_DAY = /^\d{4}-\d\d-\d\d$/;
