import {
  BY_CURRENCY,
  type Desk,
  type Sort,
  type SortedRow,
} from '../../../shared/run/desk/desk-port.ts';
import type { Memory } from './memory.ts';

/** Small, so that tests have several. */
const ROWS_PER_CHUNK = 2;

/** Keeps the same promises as the table: see contracts/desk.ts. */
export function inMemoryDesk({ deskNights, nights }: Memory): Desk {
  const newest = () => [...nights].toSorted(([a], [b]) => (a < b ? 1 : -1));
  return {
    open(id) {
      const rows: SortedRow[] = [];
      return {
        add: (more) => void rows.push(...structuredClone(more)),
        save: async (portfolio) => void deskNights.set(id, { portfolio, rows }),
        close: () => undefined,
      };
    },
    show: async ({ id, asOf }) => void nights.set(asOf, id),
    nightOn: async (asOf) => (asOf === undefined ? newest()[0]?.[1] : nights.get(asOf)),
    nightBefore: async (asOf) => newest().find(([day]) => day < asOf)?.[1],
    async night(id) {
      const night = deskNights.get(id);
      if (night === undefined) return undefined;
      const { portfolio, rows } = night;
      return { portfolio, rows: rows.length, rowsPerChunk: ROWS_PER_CHUNK };
    },
    async chunks(id, sort, from, to) {
      const sorted = (deskNights.get(id)?.rows ?? [])
        .toSorted(by(sort, deskNights.get(id)?.rows ?? []))
        .map(({ row }) => row);
      const indexes = Array.from({ length: Math.max(to - from, 0) }, (_, at) => from + at);
      return indexes
        .map((at) => sorted.slice(at * ROWS_PER_CHUNK, (at + 1) * ROWS_PER_CHUNK))
        .filter((chunk) => chunk.length > 0);
    },
  };
}

const by = (sort: Sort, rows: readonly SortedRow[]) => (a: SortedRow, b: SortedRow) =>
  (BY_CURRENCY.includes(sort) ? compareCurrencies(a, b, rows) : 0) ||
  compare(a.keys[sort], b.keys[sort]) ||
  compare(a.row.customerId, b.row.customerId) ||
  compare(JSON.stringify(a.row), JSON.stringify(b.row));

function compareCurrencies(a: SortedRow, b: SortedRow, rows: readonly SortedRow[]): number {
  const size = ({ row }: SortedRow) =>
    rows.filter((each) => each.row.currency === row.currency).length;
  return size(a) - size(b) || compare(a.row.currency, b.row.currency);
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}
