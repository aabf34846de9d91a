import { z } from 'zod';
import { type CalendarDate, daysBetween } from '../ledger/calendar-date.ts';
import { type CustomerFacts, factsSeenOn } from '../ledger/customer-facts.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import { type Account, accountsOf } from './accounts.ts';
import { monthsBackFrom, monthsEarlier } from './months-back.ts';
import { paidInvoices } from './paid-invoices.ts';

/** How far sales and paid invoices are looked back at. */
export const MONTHS_OF_SALES = 12;
/** The window of the metrics that have an opening balance or a sum of sales. */
export const MONTHS_OF_WINDOW = 3;

/**
 * What receivables metrics are made of, in minor units of one currency. Parts add up: those of a
 * portfolio are the sums of its customers', so that no metric is an average of averages.
 */
export const MetricParts = z.object({
  current: z.int(),
  overdue: z.int(),
  unapplied: z.int(),
  /** Invoiced less credited, by month back, the month up to the day first. */
  sales: z.array(z.int()),
  /** Open less unapplied when the window began. */
  opening: z.int(),
  /** Written off within the window. */
  writtenOff: z.int(),
  /** Paid in full in the last twelve months; their days from issue, and from due date, to payment. */
  paidInvoices: z.int(),
  daysToPay: z.int(),
  delayDays: z.int(),
});
export type MetricParts = z.infer<typeof MetricParts>;

export const noParts = (): MetricParts => ({
  current: 0,
  overdue: 0,
  unapplied: 0,
  sales: new Array<number>(MONTHS_OF_SALES).fill(0),
  opening: 0,
  writtenOff: 0,
  paidInvoices: 0,
  daysToPay: 0,
  delayDays: 0,
});

export const addParts = (a: MetricParts, b: MetricParts): MetricParts => ({
  current: a.current + b.current,
  overdue: a.overdue + b.overdue,
  unapplied: a.unapplied + b.unapplied,
  sales: a.sales.map((sales, month) => sales + (b.sales[month] ?? 0)),
  opening: a.opening + b.opening,
  writtenOff: a.writtenOff + b.writtenOff,
  paidInvoices: a.paidInvoices + b.paidInvoices,
  daysToPay: a.daysToPay + b.daysToPay,
  delayDays: a.delayDays + b.delayDays,
});

/** A customer's parts by currency, as any day saw them: facts dated later are not looked at. */
export function metricPartsOn(
  facts: CustomerFacts,
  asOf: CalendarDate,
): ReadonlyMap<CurrencyCode, MetricParts> {
  const seen = factsSeenOn(facts, asOf);
  const parts = new Map<CurrencyCode, MetricParts>();
  for (const account of accountsOf(seen, asOf)) parts.set(account.currency, openParts(account));
  addMovements(parts, seen, asOf);
  addWriteOffs(parts, seen, asOf);
  addPaid(parts, seen, asOf);
  return parts;
}

function openParts({ invoices, unapplied, writtenOff }: Account): MetricParts {
  const parts = { ...noParts(), unapplied, writtenOff };
  for (const { open, daysPastDue } of invoices)
    if (daysPastDue > 0) parts.overdue += open;
    else parts.current += open;
  return parts;
}

/** The opening balance is what was invoiced and not paid until then: see the law of `Account`. */
function addMovements(
  parts: ReadonlyMap<CurrencyCode, MetricParts>,
  { invoices, payments }: CustomerFacts,
  asOf: CalendarDate,
): void {
  const monthsBack = monthsBackFrom(asOf);
  for (const { currency, issuedOn, minorUnits } of invoices) {
    const of = parts.get(currency);
    if (of === undefined) continue;
    const month = monthsBack(issuedOn);
    if (month < MONTHS_OF_SALES) of.sales[month] = (of.sales[month] ?? 0) + minorUnits;
    if (month >= MONTHS_OF_WINDOW) of.opening += minorUnits;
  }
  for (const { currency, paidOn, minorUnits } of payments) {
    const of = parts.get(currency);
    if (of !== undefined && monthsBack(paidOn) >= MONTHS_OF_WINDOW) of.opening -= minorUnits;
  }
}

function addWriteOffs(
  parts: ReadonlyMap<CurrencyCode, MetricParts>,
  seen: CustomerFacts,
  asOf: CalendarDate,
): void {
  if (!seen.arrangements.some(({ kind }) => kind === 'write-off')) return;
  const before = monthsEarlier(asOf, MONTHS_OF_WINDOW);
  for (const { currency, writtenOff } of accountsOf(factsSeenOn(seen, before), before)) {
    const of = parts.get(currency);
    if (of === undefined) continue;
    of.opening -= writtenOff;
    of.writtenOff -= writtenOff;
  }
}

function addPaid(
  parts: ReadonlyMap<CurrencyCode, MetricParts>,
  seen: CustomerFacts,
  asOf: CalendarDate,
): void {
  const monthsBack = monthsBackFrom(asOf);
  for (const { invoice, paidOn } of paidInvoices(seen)) {
    const of = parts.get(invoice.currency);
    if (of === undefined || monthsBack(paidOn) >= MONTHS_OF_SALES) continue;
    of.paidInvoices += 1;
    of.daysToPay += daysBetween(invoice.issuedOn, paidOn);
    of.delayDays += daysBetween(invoice.dueOn, paidOn);
  }
}
