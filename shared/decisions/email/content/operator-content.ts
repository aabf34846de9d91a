import { z } from 'zod';
import { CalendarDate } from '../../../ledger/calendar-date.ts';
import { CurrencyCode } from '../../../ledger/money.ts';
import { Brand } from './brand.ts';

export const EMAIL_KINDS = ['letter', 'digest', 'alert', 'summary', 'alarm'] as const;
const Kind = z.enum(EMAIL_KINDS);

/** How a night went, as its operator needs to know it. Amounts are minor units. */
export const RunSummary = z.object({
  run: z.object({
    id: z.string(),
    asOf: CalendarDate,
    status: z.enum(['completed', 'completed-with-failures', 'failed']),
    /** Why it failed, if it did. */
    because: z.string().optional(),
    /** Why no stage rose (stale data), if none could. */
    holdStages: z.string().optional(),
  }),
  totals: z.object({
    customers: z.int(),
    evaluated: z.int(),
    failed: z.int(),
    invoices: z.int(),
    payments: z.int(),
    spendRows: z.int(),
    rejected: z.int(),
    duplicates: z.int(),
  }),
  stages: z.array(
    z.object({
      stage: z.string(),
      currency: CurrencyCode,
      customers: z.int(),
      overdue: z.int(),
    }),
  ),
  emails: z.array(z.object({ kind: Kind, count: z.int() })),
  /** Spend of customers in nobody's books. */
  unowned: z
    .array(z.object({ currency: CurrencyCode, customers: z.int(), spent: z.int() }))
    .optional(),
  /** Whose it is, as far as their source names them: the first ones. */
  unownedFirst: z
    .array(
      z.object({
        customerId: z.string(),
        name: z.string(),
        currency: CurrencyCode,
        spent: z.int(),
      }),
    )
    .optional(),
  /** Who owes, and is none of the tenants that a source lists: the first ones, and how many. */
  withoutTenant: z
    .object({
      customers: z.int(),
      first: z.array(z.object({ customerId: z.string(), name: z.string(), because: z.string() })),
    })
    .optional(),
  /** What is odd about a source and no error. */
  findings: z.array(z.string()).optional(),
  /** The first ones are enough: twenty are shown. */
  rejected: z.array(
    z.object({
      file: z.string(),
      line: z.int(),
      column: z.string(),
      value: z.string(),
      reason: z.string(),
    }),
  ),
  /** A customer, a source or an e-mail that failed, and why. */
  failures: z.array(
    z.object({
      what: z.string(),
      because: z.string(),
      /** How many more failed for the same reason. */
      more: z.int().optional(),
    }),
  ),
  /** How many customers failed for yet other reasons. */
  moreFailures: z.int().optional(),
});
export type RunSummary = z.infer<typeof RunSummary>;

export const SummaryContent = z.object({ brand: Brand, summary: RunSummary });
export type SummaryContent = z.infer<typeof SummaryContent>;

/** What the operator must hear now. */
export const AlarmNews = z.discriminatedUnion('what', [
  z.object({ what: z.literal('stages-held'), asOf: CalendarDate, because: z.string() }),
  z.object({
    what: z.literal('night-missing'),
    asOf: CalendarDate,
    hours: z.number(),
    lastFinishedAt: z.iso.datetime().optional(),
  }),
  z.object({
    what: z.literal('parked'),
    asOf: CalendarDate,
    parked: z.enum(['source', 'customers', 'close', 'emails']),
    source: z.string().optional(),
  }),
  z.object({
    what: z.literal('undelivered'),
    kind: Kind,
    to: z.string(),
    subject: z.string(),
    because: z.string(),
    /** Who it goes to instead. */
    next: z.string().optional(),
  }),
  /** Why no e-mail leaves; this one leaves when they do. */
  z.object({ what: z.literal('no-email-leaves'), asOf: CalendarDate, because: z.string() }),
]);
export type AlarmNews = z.infer<typeof AlarmNews>;

export const AlarmContent = z.object({ brand: Brand, news: AlarmNews });
export type AlarmContent = z.infer<typeof AlarmContent>;
