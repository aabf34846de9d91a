import { VALUE_LIMIT } from './cell-text.ts';
import { type CsvCells, csvCells } from './csv-cells.ts';
import { LONGEST_LINE, textLines } from './text-lines.ts';

/** Quotes that are open for longer were never meant to be. */
const LONGEST_RECORD = 64 * 1024;

/** A record and the physical line it starts on, the first of the file being 1. */
export type CsvRecord = { readonly line: number } & CsvCells;

/**
 * The records of a CSV file (RFC 4180), by batches. Blank lines are none. Where quotes do not
 * match, only the line they open on is lost: reading goes on with the next.
 */
export async function* csvRecords(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly CsvRecord[]> {
  let waiting: readonly string[] = [];
  let line = 1;
  for await (const arrived of textLines(chunks)) {
    const lines = waiting.length === 0 ? arrived : [...waiting, ...arrived];
    const { records, taken } = takeRecords(lines, line, false);
    yield records;
    waiting = lines.slice(taken);
    line += taken;
  }
  yield takeRecords(waiting, line, true).records;
}

/** Leaves the lines of a record that may go on in lines that have not arrived. */
function takeRecords(lines: readonly string[], firstLine: number, isEnd: boolean) {
  const records: CsvRecord[] = [];
  let taken = 0;
  while (taken < lines.length) {
    const text = lines[taken] ?? '';
    const line = firstLine + taken;
    if (text.length > LONGEST_LINE) {
      records.push({ line, kind: 'long', at: -1, text: text.slice(0, VALUE_LIMIT) });
      taken += 1;
      continue;
    }
    if (!text.includes('"')) {
      if (text.trim() !== '') records.push({ line, kind: 'cells', cells: text.split(',') });
      taken += 1;
      continue;
    }
    const record = quotedRecord(lines, taken, isEnd);
    if (record === undefined) break;
    records.push({ line, ...record.cells });
    taken += record.span;
  }
  return { records, taken };
}

/** A record with quotes in it and how many lines it spans; undefined where it may yet go on. */
function quotedRecord(lines: readonly string[], from: number, isEnd: boolean) {
  const alone = csvCells(lines[from] ?? '');
  if (alone.kind !== 'open') return { cells: alone, span: 1 };

  let length = 0;
  for (let span = 1; from + span <= lines.length && length <= LONGEST_RECORD; span += 1) {
    const last = lines[from + span - 1] ?? '';
    length += last.length;
    if (span === 1 || !flipsQuotes(last)) continue;
    const cells = csvCells(lines.slice(from, from + span).join('\n'));
    return cells.kind === 'cells' ? { cells, span } : { cells: alone, span: 1 };
  }
  return isEnd || length > LONGEST_RECORD ? { cells: alone, span: 1 } : undefined;
}

/** An odd number of quotes closes what is open; an even one closes and opens again, or neither. */
const flipsQuotes = (line: string): boolean => line.split('"').length % 2 === 0;
