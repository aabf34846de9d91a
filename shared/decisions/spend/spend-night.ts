import { z } from 'zod';
import { ANOMALY_SHAPES } from '../../evaluation/spend/anomaly-shape.ts';
import { Reason } from '../../languages/reason.ts';
import { CalendarDate, CalendarMonth } from '../../ledger/calendar-date.ts';
import { CurrencyCode } from '../../ledger/money.ts';

/** Where a month stands against its budget. `crossed` is the highest threshold reached. */
export const BudgetNight = z.object({
  currency: CurrencyCode,
  month: CalendarMonth,
  budget: z.int(),
  spent: z.int(),
  /** Two decimals; absent where the budget is zero. */
  percent: z.number().optional(),
  crossed: z.number().optional(),
  /** Where the month will end, and the range that should hold four times in five. */
  forecast: z.int().optional(),
  low: z.int().optional(),
  high: z.int().optional(),
  /** Few days are known: the forecast is rough. */
  isEarly: z.literal(true).optional(),
  /** How many percent last month's forecasts were off that were made about as late in it. */
  lastError: z.number().optional(),
  /** The highest threshold the forecast was told to reach this month. */
  forecastTold: z.number().optional(),
  /** It no longer reaches it. */
  hasReceded: z.literal(true).optional(),
  /** Percentage points that spend is ahead of the month, with one decimal; negative behind. */
  ahead: z.number().optional(),
  /** The last day with data, where it is older than it should be. */
  dataThrough: CalendarDate.optional(),
  /** The customer has no budget of its own: the policy's default stands in. */
  isDefault: z.literal(true).optional(),
  /** The month is over, and not closed yet. */
  isRestated: z.literal(true).optional(),
});
export type BudgetNight = z.infer<typeof BudgetNight>;

/** What there is to lose in one currency, its parts, and its share of the credit limit. */
export const ExposureNight = z.object({
  currency: CurrencyCode,
  overdue: z.int(),
  notDue: z.int(),
  uninvoiced: z.int(),
  forecastRemainder: z.int(),
  total: z.int(),
  limit: z.int().optional(),
  /** Two decimals; absent without a limit. */
  percent: z.number().optional(),
  crossed: z.number().optional(),
});
export type ExposureNight = z.infer<typeof ExposureNight>;

/** A spike that is not over, or a day that cannot be judged. Amounts are minor units. */
export const AnomalyNight = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('anomaly'),
    currency: CurrencyCode,
    startedOn: CalendarDate,
    /** Its latest day, and what that cost and usually costs. */
    on: CalendarDate,
    amount: z.int(),
    usual: z.int(),
    /** Above the usual, all its days together. */
    excess: z.int(),
    shape: z.enum(ANOMALY_SHAPES),
    drivers: z.array(z.string()),
    because: z.string(),
    reason: Reason.optional(),
  }),
  z.object({
    kind: z.literal('unknown'),
    currency: CurrencyCode,
    on: CalendarDate,
    because: z.string(),
  }),
]);
export type AnomalyNight = z.infer<typeof AnomalyNight>;

/** A fraud for which a credit can be requested through `lastDay`. */
export const RefundNight = z.object({
  from: CalendarDate,
  lastDay: CalendarDate,
  daysLeft: z.int(),
});
export type RefundNight = z.infer<typeof RefundNight>;
