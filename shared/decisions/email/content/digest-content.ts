import { z } from 'zod';
import { Reason } from '../../../languages/reason.ts';
import { CalendarDate, CalendarMonth } from '../../../ledger/calendar-date.ts';
import { CustomerId } from '../../../ledger/customer.ts';
import { CurrencyCode } from '../../../ledger/money.ts';
import { Trend } from '../../customer-night.ts';
import { SPEND_TROUBLE } from '../../spend/spend-text.ts';
import { Brand } from './brand.ts';

const Named = z.object({ customerId: CustomerId, customerName: z.string() });

const BudgetLine = z.object({
  month: CalendarMonth,
  budget: z.int(),
  spent: z.int(),
  percent: z.number().optional(),
  forecast: z.int().optional(),
  low: z.int().optional(),
  high: z.int().optional(),
  lastError: z.number().optional(),
  hasReceded: z.literal(true).optional(),
});
export type BudgetLine = z.infer<typeof BudgetLine>;

/** One thing that is new or worse about a customer. Amounts are minor units of `currency`. */
export const DigestFinding = Named.extend({
  kind: z.enum(['dunning', 'promise-broken', 'unheard', ...SPEND_TROUBLE]),
  stage: z.string(),
  currency: CurrencyCode,
  overdue: z.int(),
  daysPastDue: z.int(),
  exposure: z.int().optional(),
  limit: z.int().optional(),
  because: Reason,
  letterNotSent: Reason.optional(),
  actions: z.array(z.string()),
  isUrgent: z.boolean(),
  budget: BudgetLine.optional(),
  trend: Trend.optional(),
});
export type DigestFinding = z.infer<typeof DigestFinding>;

/** The first of a list, and how many more there are. */
const bounded = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), more: z.int() });

const Waiting = Named.extend({ currency: CurrencyCode, overdue: z.int(), because: Reason });

/** Who came down the ladder, or whose forecast receded: `stage` is what it was. */
const RecoveredLine = Named.extend({
  kind: z.enum(['recovery', 'forecast-receded']),
  currency: CurrencyCode,
  stage: z.string(),
  now: z.string().optional(),
  overdue: z.int(),
  because: Reason,
});

const OnStage = Named.extend({
  currency: CurrencyCode,
  stage: z.string(),
  since: CalendarDate.optional(),
  overdue: z.int(),
  daysPastDue: z.int(),
});

const Exposed = Named.extend({
  currency: CurrencyCode,
  total: z.int(),
  limit: z.int(),
  percent: z.number(),
});

/** What was told on an earlier night and still stands. */
const Watched = z.discriminatedUnion('kind', [
  Named.extend({ kind: z.literal('anomaly'), startedOn: CalendarDate, because: Reason }),
  Named.extend({ kind: z.literal('refund'), lastDay: CalendarDate, daysLeft: z.int() }),
  Named.extend({ kind: z.literal('budget'), currency: CurrencyCode, budget: BudgetLine }),
]);

/** Open amounts of all the reader's customers in one currency, by bucket in order. */
export const AgingLine = z.object({
  currency: CurrencyCode,
  customers: z.int(),
  buckets: z.array(z.tuple([z.string(), z.int()])),
});
export type AgingLine = z.infer<typeof AgingLine>;

/** A digest as data, in the order it is read. */
export const DigestContent = z.object({
  brand: Brand,
  role: z.enum(['account-manager', 'credit-controller']),
  name: z.string().optional(),
  asOf: CalendarDate,
  /** When the newest of each source was written. */
  readAt: z.array(z.object({ source: z.string(), at: z.iso.datetime() })),
  needAttention: z.int(),
  cameDown: z.int(),
  findings: bounded(DigestFinding),
  waiting: bounded(Waiting),
  recovered: bounded(RecoveredLine),
  aging: z.array(AgingLine),
  onStage: bounded(OnStage),
  totals: z.array(z.object({ currency: CurrencyCode, overdue: z.int(), customers: z.int() })),
  exposed: bounded(Exposed),
  watched: bounded(Watched),
});
export type DigestContent = z.infer<typeof DigestContent>;

/** What cannot wait about one customer. */
export const AlertContent = Named.extend({
  brand: Brand,
  asOf: CalendarDate,
  findings: z.array(DigestFinding),
});
export type AlertContent = z.infer<typeof AlertContent>;
