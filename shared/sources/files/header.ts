import { QUOTE_FAULTS } from '../csv/cell-text.ts';
import type { CsvRecord } from '../csv/csv-records.ts';
import type { Refusal } from '../csv/refusal.ts';
import type { SourceFile } from './source-file.ts';

/** Where each known column is in a file's rows; -1 for one it does not have. */
export type Header = {
  readonly kind: 'header';
  readonly places: readonly number[];
  readonly width: number;
  /** The names as written, to say which cell of a row is meant. */
  readonly names: readonly string[];
};

/** A file whose header cannot be trusted is refused as a whole, for one reason. */
export function readHeader(file: SourceFile, record: CsvRecord): Header | Refusal {
  const refused = (column: string, reason: string): Refusal => ({
    kind: 'refused',
    line: record.line,
    column,
    reason,
  });
  if (record.kind === 'long') return refused('', `${QUOTE_FAULTS.long} in its header`);
  if (record.kind !== 'cells') return refused('', 'has a quote in its header that does not match');

  const names = record.cells.map((name) => name.trim());
  const written = names.join(',');
  if (written.includes('\ufffd') || written.includes('\0'))
    return refused('', 'is not UTF-8: save it as "CSV UTF-8"');

  const twice = file.columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice !== undefined) return refused(twice, 'is given twice in the header');
  const missing = file.required.find((column) => !names.includes(column));
  if (missing !== undefined)
    return refused(missing, `is missing from the header${hint(missing, names)}`);

  const places = file.columns.map((column) => names.indexOf(column));
  return { kind: 'header', places, width: names.length, names };
}

/** What else it may be that people see as a table, or as the same name. */
function hint(missing: string, names: readonly string[]): string {
  const [first = ''] = names;
  if (first.startsWith('sep=')) return ', which the line "sep=" stands before: take that line out';
  if (names.some((name) => name.includes('\r')))
    return ', as its lines end with a carriage return alone';
  const [, separator] =
    SEPARATORS.find(([each]) => names.length === 1 && first.includes(each)) ?? [];
  if (separator !== undefined) return `, which has ${separator} where commas belong`;
  const same = names.find((name) => name.toLowerCase() === missing.toLowerCase());
  return same === undefined ? '' : `, which has "${same}": small and capital letters count`;
}

const SEPARATORS = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
] as const;
