import { z } from 'zod';
import { ForecastRecord, ForecastScore } from '../../evaluation/spend/forecast-record.ts';
import { SpendWatch } from '../../evaluation/spend/watch-spend.ts';
import { CalendarDate, CalendarMonth } from '../../ledger/calendar-date.ts';
import { CurrencyCode } from '../../ledger/money.ts';

/** Which of ascending thresholds were told: all up to the highest. */
export const Told = z.object({
  toldPercent: z.number(),
  /** Budget to the highest threshold told of it this month, so that one that returns stays told. */
  toldOf: z.record(z.string(), z.number()).optional(),
});
export type Told = z.infer<typeof Told>;

/** What was told of a month's actual spend. A raised budget re-arms what it no longer reaches. */
export const MonthTold = Told.extend({ month: CalendarMonth, budgetMinorUnits: z.int() });
export type MonthTold = z.infer<typeof MonthTold>;

/** The same with what was told of the month's forecast and pace, and of the month before it. */
export const BudgetState = MonthTold.extend({
  /** `recededFrom`: thresholds, each with its budget, of which it was told that it receded. */
  forecast: Told.extend({ recededFrom: z.array(z.string()).optional() }).optional(),
  /** Percentage points instead of percents. */
  pace: Told.optional(),
  /** Kept while the month before may still be restated. */
  previous: MonthTold.optional(),
});
export type BudgetState = z.infer<typeof BudgetState>;

/** This month's and last month's forecasts, night by night, and how those of the last closed month did. */
export const ForecastMemory = z.object({
  records: z.array(ForecastRecord),
  scores: z.array(ForecastScore),
});
export type ForecastMemory = z.infer<typeof ForecastMemory>;

/** What else is remembered of spend. */
export const SpendState = z.object({
  forecasts: z.record(CurrencyCode, ForecastMemory).optional(),
  watches: z.record(CurrencyCode, SpendWatch).optional(),
  /** What was told of the latest episode of spikes, by its first day and shape. */
  spikesTold: z.record(CurrencyCode, z.array(z.string())).optional(),
  /** Percents of the credit limit that were told and have not been armed again. */
  exposureTold: z.record(CurrencyCode, z.array(z.number())).optional(),
  /** What is told once a month, by kind and currency: the month it was told in. */
  toldIn: z.record(z.string(), CalendarMonth).optional(),
  firstUsageToldOn: CalendarDate.optional(),
  /** First day of a fraud to the fewest days left that were told; -1 once it has expired. */
  refundsTold: z.record(z.string(), z.int()).optional(),
});
export type SpendState = z.infer<typeof SpendState>;
