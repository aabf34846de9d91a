import { ageHours } from '../freshness.ts';
import type { Run, SourceProgress } from '../run.ts';
import { findingsOf } from './findings-of.ts';

/** What a run read of a source, how old that was when it started, and what of it is missing. */
export type SourceRow = Pick<
  SourceProgress,
  | 'name'
  | 'status'
  | 'customers'
  | 'invoices'
  | 'payments'
  | 'spendRows'
  | 'later'
  | 'rejected'
  | 'duplicates'
> & {
  /** Why it could not be read, or what it is waited for. */
  readonly because: string | null;
  readonly incomplete: string | null;
  /** When the newest of it was written. */
  readonly newestAt: string | null;
  readonly hoursOld: number | null;
  readonly staleReadings: number;
  readonly findings: string[];
};

export const sourceRow = (
  source: SourceProgress,
  { startedAt }: Pick<Run, 'startedAt'>,
): SourceRow => ({
  name: source.name,
  status: source.status,
  because: source.because ?? null,
  incomplete: source.incomplete ?? null,
  newestAt: source.newestAt ?? null,
  hoursOld: source.newestAt === undefined ? null : Math.ceil(ageHours(source.newestAt, startedAt)),
  customers: source.customers,
  invoices: source.invoices,
  payments: source.payments,
  spendRows: source.spendRows,
  later: source.later,
  staleReadings: source.staleReadings ?? 0,
  rejected: source.rejected,
  duplicates: source.duplicates,
  findings: findingsOf(source),
});
