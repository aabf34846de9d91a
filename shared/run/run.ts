import { z } from 'zod';
import { CalendarDate } from '../ledger/calendar-date.ts';
import { CustomerId } from '../ledger/customer.ts';

/** `2026-03-17.20260318T020000Z`: the night's day, then the instant that started it. */
export const RunId = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d\.\d{8}T\d{6,9}Z$/, 'expected a run id')
  .brand<'RunId'>();
export type RunId = z.infer<typeof RunId>;

export const runId = (asOf: CalendarDate, instant: Date): RunId =>
  RunId.parse(`${asOf}.${instant.toISOString().replace(/[-:.]/g, '').replace('000Z', 'Z')}`);

/** The night's day, which its run's id begins with. */
export const asOfIn = (id: RunId): CalendarDate => CalendarDate.parse(id.slice(0, 10));

/**
 * pulling → evaluating → completed or completed-with-failures; failed from anywhere: no source
 * could be read, the deadline passed, or another run took its place.
 */
export const RunStatus = z.enum([
  'pulling',
  'evaluating',
  'completed',
  'completed-with-failures',
  'failed',
]);
export type RunStatus = z.infer<typeof RunStatus>;

export const RunTotals = z.object({
  customers: z.int(),
  evaluated: z.int(),
  failed: z.int(),
  invoices: z.int(),
  payments: z.int(),
  spendRows: z.int(),
  /** Rows dated after the night, which it does not see yet. */
  later: z.int(),
  rejected: z.int(),
  duplicates: z.int(),
  emails: z.int(),
});
export type RunTotals = z.infer<typeof RunTotals>;

/** One night's pass over all customers. Its day and its policy are fixed when it starts. */
export const Run = z.object({
  id: RunId,
  asOf: CalendarDate,
  dryRun: z.boolean(),
  /** It is about this customer alone: it decides like a night, and is none. */
  customerId: CustomerId.optional(),
  /** It tries a draft of the policy: always a dry run. */
  isPreview: z.literal(true).optional(),
  /** Who asked for it; absent where the timer did. */
  requestedBy: z.string().optional(),
  status: RunStatus,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  /** The policy as it was when the run started: a change applies from the next night on. */
  policyText: z.string(),
  /** `isRead` once all are in: whether it was read to its end. */
  sources: z.array(
    z.object({
      name: z.string(),
      location: z.string(),
      isSpendOnly: z.boolean().optional(),
      listsTenants: z.boolean().optional(),
      isRead: z.boolean().optional(),
    }),
  ),
  /** How many customers there are to evaluate; absent until all of them are cut into slices. */
  customers: z.int().optional(),
  evaluated: z.int(),
  failed: z.int(),
  /** Why stages hold tonight (stale or shrunken data), if they do. */
  holdStages: z.string().optional(),
  /** Why the run failed, if it did. */
  because: z.string().optional(),
  totals: RunTotals.optional(),
});
export type Run = z.infer<typeof Run>;

/** It stands for its day: not a dry run, nor about one customer. */
export const isNight = ({ dryRun, customerId }: Pick<Run, 'dryRun' | 'customerId'>): boolean =>
  !dryRun && customerId === undefined;

export const isActive = ({ status }: Pick<Run, 'status'>): boolean =>
  status === 'pulling' || status === 'evaluating';

/** Every customer is in: evaluated, or failed for good. */
export const isComplete = ({ customers, evaluated, failed }: Run): boolean =>
  customers !== undefined && evaluated + failed >= customers;

/** How far a source has been read in a run, and what was in it. */
export const SourceProgress = z.object({
  name: z.string(),
  location: z.string(),
  status: z.enum(['pulling', 'done', 'failed']),
  after: z.string().optional(),
  newestAt: z.iso.datetime().optional(),
  because: z.string().optional(),
  /** What of the source could not be read at all, so that its facts are half a truth. */
  incomplete: z.string().optional(),
  /** What is odd about it and no error: an export without a row. */
  findings: z.array(z.string()).optional(),
  customers: z.int(),
  invoices: z.int(),
  payments: z.int(),
  spendRows: z.int(),
  /** Customers whose month to date was last reckoned too long ago. */
  staleReadings: z.int().optional(),
  later: z.int(),
  rejected: z.int(),
  duplicates: z.int(),
});
export type SourceProgress = z.infer<typeof SourceProgress>;

/** A source before anything of it was read. */
export const sourceToPull = ({ name, location }: Run['sources'][number]): SourceProgress => ({
  name,
  location,
  status: 'pulling',
  customers: 0,
  invoices: 0,
  payments: 0,
  spendRows: 0,
  later: 0,
  rejected: 0,
  duplicates: 0,
});

/** Why there is nothing true to evaluate, if no source was read to its end. */
export function noSourceBecause(sources: readonly SourceProgress[]): string | undefined {
  if (sources.some(({ status }) => status !== 'failed')) return undefined;
  return sources[0]?.because ?? 'no source is configured';
}

/** An input row that was not used, and why. Lines start at 1, the header's. */
export const Reject = z.object({
  file: z.string(),
  line: z.int(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
});
export type Reject = z.infer<typeof Reject>;
