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
  if (record.kind !== 'cells') return refused('', 'has a quote in its header that does not match');

  const names = record.cells.map((name) => name.trim());
  const written = names.join(',');
  if (written.includes('\ufffd') || written.includes('\0'))
    return refused('', 'is not UTF-8: save it as "CSV UTF-8"');

  const twice = file.columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice !== undefined) return refused(twice, 'is given twice in the header');
  const missing = file.required.find((column) => !names.includes(column));
  if (missing !== undefined) return refused(missing, `is missing from the header${hint(names)}`);

  const places = file.columns.map((column) => names.indexOf(column));
  return { kind: 'header', places, width: names.length, names };
}

const hint = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 && first.includes(';') ? ', which has semicolons where commas belong' : '';
