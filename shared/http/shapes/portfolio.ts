import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { CUSTOMER_FLAGS, CustomerRow } from '../../run/desk/customer-row.ts';
import { SORTS } from '../../run/desk/desk-port.ts';
import { Attention, Portfolio } from '../../run/desk/portfolio.ts';
import { Token } from './common.ts';
import { MovementView, RunRow, SaidOfRun } from './runs.ts';
import { Said } from './said.ts';

const SourceAge = z.object({
  name: z.string(),
  status: z.enum(['pulling', 'done', 'failed']),
  newestAt: z.iso.datetime().nullable(),
  ageHours: z.number().nullable(),
  isStale: z.boolean(),
  because: z.string().nullable(),
  rejected: z.int(),
});

/** Before the first night, `run` and `asOf` are `null` and the lists empty. */
export const PortfolioAnswer = Portfolio.extend({
  movements: z.array(MovementView),
  attention: z.array(Attention.omit({ reason: true }).extend(Said.shape)),
  run: RunRow.nullable(),
  asOf: CalendarDate.nullable(),
  /** The day that a person's action begins on unless another is given. */
  today: CalendarDate,
  /** `said` is `because` in the language asked for. */
  sources: z.array(SourceAge.extend({ said: Said.nullable() })),
  holdStages: z.string().nullable(),
  said: SaidOfRun,
});

export const CustomersQuery = z.strictObject({
  /** Part of a name or an id, in any case. */
  search: z.string().max(200).optional(),
  /** A stage's name; `none` for those on none. */
  stage: z.string().max(100).optional(),
  accountManager: z.string().max(200).optional(),
  flag: z.enum(CUSTOMER_FLAGS).optional(),
  currency: CurrencyCode.optional(),
  sort: z.enum(SORTS).default('overdue'),
  /** Names start at A, everything else at the highest, unless said otherwise. */
  order: z.enum(['ascending', 'descending']).optional(),
  limit: z.int().min(1).max(200).default(50),
  after: Token.optional(),
});

/**
 * A page may be short, or empty, and have a `next`: a search looks at a bounded number of
 * customers at a time.
 */
export const CustomersAnswer = z.object({
  asOf: CalendarDate.nullable(),
  customers: z.array(CustomerRow),
  next: Token.optional(),
  /** Rows of the night, before any filter. */
  total: z.int(),
});

export const AgingQuery = z.object({
  asOf: CalendarDate.optional(),
  after: Token.optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
});

export const AgingAnswer = z.object({
  asOf: CalendarDate.nullable(),
  buckets: z.array(z.string()),
  rows: z.array(
    CustomerRow.pick({
      customerId: true,
      name: true,
      currency: true,
      aging: true,
      unapplied: true,
      open: true,
    }),
  ),
  next: Token.optional(),
});

export const HealthAnswer = z.object({
  /** troubled: the last night is missing, failed, or held the stages, or a message is parked. */
  status: z.enum(['well', 'troubled']),
  because: z.array(z.string()),
  lastNight: z
    .object({
      runId: z.string(),
      asOf: CalendarDate,
      status: z.string(),
      finishedAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  sources: z.array(SourceAge),
  queues: z.array(z.object({ name: z.string(), waiting: z.int(), parked: z.int() })),
  /** About how many wait to be sent, and how many could not be. */
  emails: z.object({ queued: z.int(), failed: z.int() }),
});

export const MeAnswer = z.object({
  name: z.string(),
  roles: z.array(z.string()),
  can: z.object({ read: z.boolean(), control: z.boolean(), administer: z.boolean() }),
  language: z.string(),
});
