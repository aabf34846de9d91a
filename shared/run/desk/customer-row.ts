import { z } from 'zod';
import { CalendarDate } from '../../ledger/calendar-date.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { CurrencyCode } from '../../ledger/money.ts';

/** Decimal text in major units. */
export const Amount = z.string().regex(/^-?\d+(\.\d+)?$/);

export const CUSTOMER_FLAGS = [
  'overdue',
  'over-budget',
  'over-credit-limit',
  'on-hold',
  'disputed',
  'anomaly',
  'failed',
  'unowned',
  'without-tenant',
] as const;

/**
 * A customer in one currency as lists show it. One that failed has no currency, no amounts, and
 * why in `because`. `null` is not known, or does not apply.
 */
export const CustomerRow = z.object({
  customerId: CustomerId,
  name: z.string(),
  accountManager: z.string().nullable(),
  currency: CurrencyCode.nullable(),
  open: Amount,
  overdue: Amount,
  unapplied: Amount,
  /** Bucket to open amount, in the policy's order. */
  aging: z.record(z.string(), Amount),
  /** Of the oldest overdue invoice that counts. */
  daysPastDue: z.int(),
  stage: z.string().nullable(),
  since: CalendarDate.nullable(),
  because: z.string(),
  exposure: Amount.nullable(),
  creditLimitPercent: z.number().nullable(),
  monthToDate: Amount.nullable(),
  budget: Amount.nullable(),
  budgetPercent: z.number().nullable(),
  forecast: Amount.nullable(),
  flags: z.array(z.enum(CUSTOMER_FLAGS)),
});
export type CustomerRow = z.infer<typeof CustomerRow>;
