import { z } from 'zod';
import { Language } from '../../languages/language.ts';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { LadderRow, Movement } from '../../run/desk/portfolio.ts';
import { Reject, RunId, RunStatus, RunTotals } from '../../run/run.ts';
import { Token } from './common.ts';
import { Said } from './said.ts';

const NullableText = z.string().nullable();

/** A run as lists show it. `customerId`: it is about that one alone, and no night. */
export const RunRow = z.object({
  id: RunId,
  asOf: CalendarDate,
  status: RunStatus,
  dryRun: z.boolean(),
  customerId: CustomerId.nullable(),
  /** It tries a draft of the policy. */
  isPreview: z.boolean(),
  requestedBy: NullableText,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  because: NullableText,
  holdStages: NullableText,
  customers: z.int().nullable(),
  evaluated: z.int(),
  failed: z.int(),
  totals: RunTotals.nullable(),
});

/** What a run read of a source, and what of it is missing. `hoursOld`: when the run started. */
const SourceOfRun = z.object({
  name: z.string(),
  status: z.enum(['pulling', 'done', 'failed']),
  because: NullableText,
  incomplete: NullableText,
  newestAt: z.iso.datetime().nullable(),
  hoursOld: z.int().nullable(),
  customers: z.int(),
  invoices: z.int(),
  payments: z.int(),
  spendRows: z.int(),
  /** Rows dated after the night. */
  later: z.int(),
  /** Customers whose month to date was last reckoned too long ago. */
  staleReadings: z.int(),
  rejected: z.int(),
  duplicates: z.int(),
  findings: z.array(z.string()),
});

/** `said`: `because`, `incomplete` and `findings`, as far as there are any, in the language asked for. */
const SourceSaid = SourceOfRun.extend({ said: z.array(Said) });

/** Why a run failed, and why it held the stages, in the language asked for. */
export const SaidOfRun = z.object({ because: Said.nullable(), holdStages: Said.nullable() });

export const RunWithProgress = RunRow.extend({
  said: SaidOfRun,
  progress: z.object({
    /** `null` until all are known. */
    customers: z.int().nullable(),
    evaluated: z.int(),
    failed: z.int(),
    sources: z.array(SourceSaid),
  }),
});

export const RunList = z.object({ runs: z.array(RunRow), next: Token.optional() });

export const StartedRun = z.object({ id: RunId });

/** `reason` in the language asked for, or in English where there is no other. */
export const RejectList = z.object({
  rejects: z.array(Reject.extend({ language: Language })),
  next: Token.optional(),
});

/** The report of `nightly --json`; `next` where it has more customers than one answer carries. */
export const Report = z.looseObject({
  run: z.looseObject({ id: RunId, asOf: CalendarDate, status: RunStatus, dryRun: z.boolean() }),
  totals: RunTotals.optional(),
  /** In the first part alone. */
  sources: z.array(SourceOfRun),
  aging: z.array(z.record(z.string(), z.string())),
  next: Token.optional(),
});

/** Somebody whose stage changed, and why. */
export const MovementView = Movement.omit({ reason: true }).extend(Said.shape);

const Counts = z.object({ before: z.int(), now: z.int() });

/**
 * A run beside another: stages that differ (`from` is what the other left, `to` what this one did),
 * and what is said. Lists hold the first 1000.
 */
export const RunChanges = z.object({
  run: RunRow,
  /** The night that it is compared with; `null` where there is none before it. */
  base: RunRow.nullable(),
  stages: z.array(MovementView),
  stagesChanged: z.int(),
  notices: z.array(
    Said.extend({
      customerId: CustomerId,
      name: z.string(),
      currency: CurrencyCode,
      kind: z.string(),
      stage: NullableText,
      tell: z.array(z.string()),
    }),
  ),
  noticeCounts: z.record(z.string(), Counts),
  emailCounts: z.record(z.string(), Counts),
  customersAdded: z.int(),
  customersGone: z.int(),
});

export const Dunning = z.object({
  asOf: CalendarDate.nullable(),
  ladder: z.array(LadderRow),
  movements: z.array(MovementView),
  moved: z.int(),
});
