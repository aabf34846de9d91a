import { type CalendarDate, monthBefore, monthOf } from '../ledger/calendar-date.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import { spentIn } from './budget-usage.ts';
import type { SpentDays } from './spend/spent-days.ts';

/** What there is to lose in one currency, in minor units. Its parts add up to `total`. */
export type Exposure = {
  readonly currency: CurrencyCode;
  readonly overdue: number;
  /** Open on invoices that are not due yet. */
  readonly notDue: number;
  /** Spent in this month, and in the one before until it is invoiced. */
  readonly uninvoiced: number;
  /** What the forecast adds to this month until it ends. */
  readonly forecastRemainder: number;
  readonly total: number;
};

type Owed = { readonly open: number; readonly overdue: number; readonly unapplied: number };

/**
 * Unapplied credit is not taken off: it belongs to no invoice until somebody applies it. Spend that
 * was credited back counts as nothing, never as less.
 */
export function exposureOf(
  currency: CurrencyCode,
  owed: Owed | undefined,
  uninvoiced: number,
  forecastRemainder: number,
): Exposure {
  const { open, overdue, unapplied } = owed ?? { open: 0, overdue: 0, unapplied: 0 };
  const notDue = open + unapplied - overdue;
  const spent = Math.max(uninvoiced, 0);
  const toCome = Math.max(forecastRemainder, 0);
  return {
    currency,
    overdue,
    notDue,
    uninvoiced: spent,
    forecastRemainder: toCome,
    total: overdue + notDue + spent + toCome,
  };
}

/**
 * Invoices do not say which days they cover. The rule: one issued in a month covers the spend of
 * the month before; so this month's is not invoiced yet, and last month's is not until an invoice
 * of this month is there. What lies further back counts as invoiced.
 */
export function uninvoicedSpend(
  spent: SpentDays,
  invoices: readonly Invoice[],
  currency: CurrencyCode,
  asOf: CalendarDate,
): number {
  const month = monthOf(asOf);
  // Days of a month sort after the month itself.
  const after: string = month;
  const isInvoiced = invoices.some(
    (each) =>
      each.issuedOn > after &&
      each.issuedOn <= asOf &&
      each.minorUnits > 0 &&
      each.currency === currency,
  );
  const before = isInvoiced ? 0 : spentIn(monthBefore(month), spent, currency, asOf);
  return spentIn(month, spent, currency, asOf) + before;
}
