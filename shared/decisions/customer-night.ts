import { z } from 'zod';
import { LateFee } from '../evaluation/late-fee.ts';
import { MetricParts } from '../evaluation/metric-parts.ts';
import { Reason } from '../languages/reason.ts';
import { Arrangement } from '../ledger/arrangement.ts';
import { CalendarDate } from '../ledger/calendar-date.ts';
import { Customer } from '../ledger/customer.ts';
import { CurrencyCode } from '../ledger/money.ts';
import { SpendPart } from '../ledger/spend.ts';
import { AUDIENCES, LETTERS } from '../policy/dunning-policy.ts';
import { AnomalyNight, BudgetNight, ExposureNight, RefundNight } from './spend/spend-night.ts';
import { SPEND_TROUBLE } from './spend/spend-text.ts';

/** What a night found and decided for a customer in one currency. Amounts are minor units. */
export const AccountNight = z.object({
  currency: CurrencyCode,
  /** Bucket name to open amount, in order, `current` first. */
  aging: z.record(z.string(), z.int()),
  open: z.int(),
  /** Open on invoices past their due date, disputed ones included. */
  overdue: z.int(),
  unapplied: z.int(),
  from: z.string().optional(),
  stage: z.string().optional(),
  since: CalendarDate.optional(),
  because: z.string(),
  /** The same as data, for who reads another language. */
  reason: Reason.optional(),
  /** Of the oldest overdue invoice that counts; 0 where none is. */
  daysPastDue: z.int(),
  metrics: MetricParts.optional(),
  /** Absent where the policy names no late fees, or none has come about. */
  lateFees: z.array(LateFee).optional(),
});
export type AccountNight = z.infer<typeof AccountNight>;

/** Something to say once. `key` names the decision: customer, currency, kind, stage, episode. */
export const Notice = z.object({
  key: z.string(),
  kind: z.enum(['dunning', 'promise-broken', 'recovery', ...SPEND_TROUBLE, 'forecast-receded']),
  currency: CurrencyCode,
  /**
   * The dunning stage (of a recovery: the one it came down from), the threshold in percent, the
   * points of a pace, the shape of an anomaly, or the days left of a refund.
   */
  stage: z.string().optional(),
  tell: z.array(z.enum(AUDIENCES)),
  letter: z.enum([...LETTERS, 'thank-you']).optional(),
  actions: z.array(z.string()),
  because: z.string(),
  /** The same as data, for who reads another language. */
  reason: Reason.optional(),
  /** Comes before everything else, whatever the money. */
  isUrgent: z.literal(true).optional(),
  /** It was decided on an earlier night and could not be told then: a digest tells it, no alert. */
  hasWaited: z.literal(true).optional(),
});
export type Notice = z.infer<typeof Notice>;

/** One line of a customer's history, for a person to read. */
export const HistoryEvent = z.object({
  on: CalendarDate,
  kind: z.string(),
  currency: CurrencyCode.optional(),
  text: z.string(),
  /** The same as data, for who reads another language: why, and of which stages and to whom. */
  reason: Reason.optional(),
  from: z.string().optional(),
  stage: z.string().optional(),
  tell: z.array(z.enum(AUDIENCES)).optional(),
  /** Who did it and when, where a person did. */
  by: z.string().optional(),
  at: z.iso.datetime().optional(),
});
export type HistoryEvent = z.infer<typeof HistoryEvent>;

/** What each day of the last weeks cost, for who reads of it tonight. Amounts are minor units. */
export const Trend = z.object({
  currency: CurrencyCode,
  from: CalendarDate,
  amounts: z.array(z.int()),
  usual: z.int(),
});
export type Trend = z.infer<typeof Trend>;

/** A customer's whole night: what the report, the digests and the page are made of. */
export const CustomerNight = z.object({
  customer: Customer,
  asOf: CalendarDate,
  accounts: z.array(AccountNight),
  budgets: z.array(BudgetNight),
  exposure: z.array(ExposureNight).optional(),
  anomalies: z.array(AnomalyNight).optional(),
  refunds: z.array(RefundNight).optional(),
  trends: z.array(Trend).optional(),
  /** What the month's cost is for, the largest first, where that was worth asking. */
  spendParts: z.array(SpendPart).optional(),
  notices: z.array(Notice),
  /** What was due to be said and was not, each with its reason. */
  suppressed: z.array(
    z.object({
      key: z.string(),
      because: z.string(),
      reason: Reason.optional(),
      /**
       * Present where nobody is told yet: what is put off leaves on the next day that is worked, and
       * nothing is decided about a customer until the policy has the ladder it names.
       */
      waitsFor: z.enum(['working-day', 'policy']).optional(),
    }),
  ),
  /** Which kinds of arrangement are in force; absent where none is. */
  inForce: z.array(Arrangement.shape.kind).optional(),
  /** Of those in force, which end within a week and when; absent where none does. */
  endingSoon: z
    .array(Arrangement.pick({ kind: true, invoiceId: true }).extend({ until: CalendarDate }))
    .optional(),
  /** What was spent this month up to the night, by currency; absent where nothing was. */
  monthToDate: z.array(z.object({ currency: CurrencyCode, spent: z.int() })).optional(),
  /** Something is owed and no tenant is known: why, where a source lists all tenants. */
  withoutTenant: z.string().optional(),
  /** What was spent by a customer that is in nobody's books. */
  unowned: z
    .array(
      z.object({
        currency: CurrencyCode,
        spent: z.int(),
        from: CalendarDate,
        through: CalendarDate,
      }),
    )
    .optional(),
});
export type CustomerNight = z.infer<typeof CustomerNight>;

/** An open invoice as `simulate` shows it. */
export type InvoiceNight = {
  readonly invoiceId: string;
  readonly currency: CurrencyCode;
  readonly open: number;
  readonly daysPastDue: number;
  readonly stage: string | undefined;
};
