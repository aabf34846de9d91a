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

/** What a month had cost by the end of a day, as portals that know no days tell it. */
export const MonthToDateReading = z.object({
  date: CalendarDate,
  minorUnits: z.int(),
  currency: CurrencyCode,
  /** When the portal last added to it: one that tells the same instant again has no news. */
  modifiedAt: z.iso.datetime().optional(),
});
export type MonthToDateReading = z.infer<typeof MonthToDateReading>;

/** A part of what a month has cost so far: what it was for, and in which subscription. */
export const SpendPart = z.object({
  service: z.string().optional(),
  subscription: z.string().optional(),
  minorUnits: z.int(),
  currency: CurrencyCode,
});
export type SpendPart = z.infer<typeof SpendPart>;

/** A monthly amount, from a month on; without `from` it holds for every month. */
export const Budget = z.object({
  minorUnits: z.int().nonnegative(),
  currency: CurrencyCode,
  from: CalendarMonth.optional(),
});
export type Budget = z.infer<typeof Budget>;
