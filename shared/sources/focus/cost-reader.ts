import type { CalendarMonth } from '../../ledger/calendar-date.ts';
import type { CsvRecord } from '../csv/csv-records.ts';
import type { Refusal } from '../csv/refusal.ts';
import { type CostHeader, costHeader } from './cost-columns.ts';
import { readCostRow } from './read-cost-row.ts';
import type { CostWriter } from './staging-tables.ts';

export type ReadFor = {
  /** Whether a manifest says that the file is what it is; else its rows are to show it. */
  readonly isDeclared: boolean;
  /** Whether charges of a billing month are told by another run. */
  readonly isToldElsewhere: (month: CalendarMonth) => boolean;
};

const AMORTIZED =
  'is amortized cost, which spreads what was charged at once: export actual cost or FOCUS instead';

export type CostReader = ReturnType<typeof costReader>;

/** Takes the records of one file, the header first, and hands its charges to the writer. */
export function costReader(writer: CostWriter, { isDeclared, isToldElsewhere }: ReadFor) {
  let header: CostHeader | undefined;
  let isForeign = false;
  let rows = 0;
  let told = 0;
  let lastLine = 1;

  function readHeader(record: CsvRecord): Refusal | undefined {
    const read = costHeader(record.kind === 'cells' ? record.cells : []);
    if (read.kind !== 'refused') {
      header = read;
      return undefined;
    }
    // A file that has a column of ours twice is of cost, and no matter of somebody else's.
    isForeign = !isDeclared && read.column === '';
    return { ...read, line: record.line };
  }

  function readCharge(at: CostHeader, record: CsvRecord): Refusal | undefined {
    const read = readCostRow(at, record);
    if (read.kind === 'row' && read.row.isAmortized && !isDeclared) {
      isForeign = true;
      return { kind: 'refused', line: record.line, column: '', reason: AMORTIZED };
    }
    rows += 1;
    if (read.kind === 'rejected') writer.reject(record.line, read);
    else if (isToldElsewhere(read.row.billedIn)) told += 1;
    else writer.accept(read.row);
    return undefined;
  }

  return {
    counts: () => ({ rows, told }),
    lastLine: () => lastLine,
    hasHeader: () => header !== undefined,
    /** Whether it is a file of something else, which is no matter of ours. */
    isForeign: () => isForeign,
    read(record: CsvRecord): Refusal | undefined {
      lastLine = record.line;
      return header === undefined ? readHeader(record) : readCharge(header, record);
    },
  };
}
