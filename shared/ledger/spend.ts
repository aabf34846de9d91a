import { z } from 'zod';
import { CalendarDate, CalendarMonth } from './calendar-date.ts';
import { CurrencyCode } from './money.ts';

/** What one day cost; several for the same day add up. An estimate, never an invoice. */
export const DailySpend = z.object({
  date: CalendarDate,
  minorUnits: z.int(),
  currency: CurrencyCode,
  subscriptionId: z.string().optional(),
  service: z.string().optional(),
  /** What was charged, where the source tells; absent: usage. All of it is spend. */
  charge: z.enum(['usage', 'purchase', 'credit', 'adjustment', 'tax']).optional(),
});
export type DailySpend = z.infer<typeof DailySpend>;

/** A monthly amount, from a month on; without `from` it holds for every month. */
export const Budget = z.object({
  minorUnits: z.int().nonnegative(),
  currency: CurrencyCode,
  from: CalendarMonth.optional(),
});
export type Budget = z.infer<typeof Budget>;
