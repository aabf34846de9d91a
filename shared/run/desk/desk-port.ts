import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { Run, RunId } from '../run.ts';
import type { CustomerRow } from './customer-row.ts';
import type { Portfolio } from './portfolio.ts';

/** The orders that customers are listed in. Each is kept, so that a page is read where it lies. */
export const SORTS = [
  'name',
  'overdue',
  'open',
  'exposure',
  'daysPastDue',
  'budgetPercent',
  'stage',
] as const;
export type Sort = (typeof SORTS)[number];

/** Amounts compare within a currency only: the currency of most rows stands highest. */
export const BY_CURRENCY: readonly Sort[] = ['overdue', 'open', 'exposure'];

/** A row, and where it stands in each order; `null` comes first. */
export type SortedRow = {
  readonly row: CustomerRow;
  readonly keys: Readonly<Record<Sort, string | number | null>>;
};

export type DeskNight = {
  readonly portfolio: Portfolio;
  readonly rows: number;
  /** In each order rows lie in chunks of so many, the last one shorter. */
  readonly rowsPerChunk: number;
};

/** What a night leaves for people to look at, so that looking costs the same for any portfolio. */
export interface Desk {
  /** Collects a night's rows in any order, and keeps little of them in memory. To be closed. */
  open(id: RunId): DeskWriter;
  /** From now on, this is the night of its day. */
  show(run: Pick<Run, 'id' | 'asOf'>): Promise<void>;
  /** The night of a day, or the last one. */
  nightOn(asOf: CalendarDate | undefined): Promise<RunId | undefined>;
  /** The last night before a day. */
  nightBefore(asOf: CalendarDate): Promise<RunId | undefined>;
  night(id: RunId): Promise<DeskNight | undefined>;
  /** Chunks from one to before another in one round trip, in ascending order. */
  chunks(id: RunId, sort: Sort, from: number, to: number): Promise<readonly CustomerRow[][]>;
}

export interface DeskWriter {
  add(rows: readonly SortedRow[]): void;
  save(portfolio: Portfolio): Promise<void>;
  close(): void;
}
