import { z } from 'zod';
import { Reason } from '../../languages/reason.ts';
import { Arrangement } from '../../ledger/arrangement.ts';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';
import { Amount, CustomerRow } from './customer-row.ts';

/** All customers of a currency together; amounts that nobody has are "0". */
const PortfolioTotals = z.object({
  currency: CurrencyCode,
  customers: z.int(),
  current: Amount,
  /** In the policy's order, `current` first. */
  buckets: z.array(z.object({ bucket: z.string(), amount: Amount })),
  open: Amount,
  overdue: Amount,
  unapplied: Amount,
  exposure: Amount,
  monthToDate: Amount,
  budget: Amount,
  forecast: Amount,
});
export type PortfolioTotals = z.infer<typeof PortfolioTotals>;

/** Who is on a stage, and how many came to it and left it that night. */
export const LadderRow = z.object({
  stage: z.string(),
  currency: CurrencyCode,
  customers: z.int(),
  overdue: Amount,
  entered: z.int(),
  left: z.int(),
});
export type LadderRow = z.infer<typeof LadderRow>;

/** A customer whose stage changed; `null` is no stage. */
export const Movement = z.object({
  customerId: CustomerId,
  name: z.string(),
  currency: CurrencyCode,
  from: z.string().nullable(),
  to: z.string().nullable(),
  because: z.string(),
  reason: Reason.optional(),
  overdue: Amount,
});
export type Movement = z.infer<typeof Movement>;

/** Something of the night that asks for a person: `kind` and `stage` are those of its notice. */
export const Attention = z.object({
  customerId: CustomerId,
  name: z.string(),
  currency: CurrencyCode,
  kind: z.string(),
  stage: z.string().nullable(),
  /** What the stage proposes and a person decides. */
  actions: z.array(z.string()),
  /** Since when the customer is on the stage, where nothing new was said of it tonight. */
  since: CalendarDate.optional(),
  because: z.string(),
  reason: Reason.optional(),
  overdue: Amount,
});
export type Attention = z.infer<typeof Attention>;

/** An arrangement that ends within a week of the night. */
const Ending = z.object({
  customerId: CustomerId,
  name: z.string(),
  kind: Arrangement.shape.kind,
  invoiceId: z.string().nullable(),
  until: CalendarDate,
});
export type Ending = z.infer<typeof Ending>;

/** What the desk shows of a night without reading a customer. */
export const Portfolio = z.object({
  totals: z.array(PortfolioTotals),
  ladder: z.array(LadderRow),
  /** The highest 20 per currency. */
  topExposure: z.array(CustomerRow),
  /** The first 100 by what is overdue, of `moved`. */
  movements: z.array(Movement),
  moved: z.int(),
  /** What asks for a person, the 30 most pressing of `asked`. Nights of before told nothing of it. */
  attention: z.array(Attention).default([]),
  asked: z.int().default(0),
  /** The first 30 to end. */
  ending: z.array(Ending).default([]),
  /** How many notices there were, by kind. */
  noticeCounts: z.record(z.string(), z.int()),
});
export type Portfolio = z.infer<typeof Portfolio>;
