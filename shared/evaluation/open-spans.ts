import type { Arrangement } from '../ledger/arrangement.ts';
import { dayNumber } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { Invoice } from '../ledger/invoice.ts';

/** Something that was paid on an invoice, or credited to it; negative where it was paid back. */
export type Settlement = { readonly onDay: number; readonly minorUnits: number };

/** Day numbers `from` up to the one before `until`, and what could be charged for on each of them. */
export type OpenSpan = { readonly from: number; readonly until: number; readonly open: number };

/** Payments and credit notes by the invoice they name, in its currency. */
export function settlementsByInvoice({
  invoices,
  payments,
}: CustomerFacts): (invoice: Invoice) => readonly Settlement[] {
  const settlements = new Map<string, Settlement[]>();
  const add = (id: string | undefined, currency: string, settlement: Settlement): void => {
    if (id === undefined) return;
    const key = `${currency}|${id}`;
    const known = settlements.get(key);
    if (known === undefined) settlements.set(key, [settlement]);
    else known.push(settlement);
  };

  for (const { appliesTo, currency, issuedOn, minorUnits } of invoices)
    if (minorUnits < 0)
      add(appliesTo, currency, { onDay: dayNumber(issuedOn), minorUnits: -minorUnits });
  for (const { invoiceId, currency, paidOn, minorUnits } of payments)
    add(invoiceId, currency, { onDay: dayNumber(paidOn), minorUnits });
  return ({ invoiceId, currency }) => settlements.get(`${currency}|${invoiceId}`) ?? [];
}

/**
 * What was open of an invoice on each day after its due date, up to `lastDay`. Money that came on a
 * day counts from the day after, so an invoice paid on its due date was never late. What is disputed
 * or written off on a day is not open on it; an amount that names no invoice is taken from each, so
 * that nobody is charged too much.
 */
export function openSpans(
  invoice: Invoice,
  settlements: readonly Settlement[],
  arrangements: readonly Arrangement[],
  lastDay: number,
): readonly OpenSpan[] {
  const takers = arrangements.filter((each) => takesFrom(invoice, each)).map(takerOf);
  const [start, end] = [dayNumber(invoice.dueOn) + 1, lastDay + 1];
  const changes = [
    ...settlements.map(({ onDay }) => onDay + 1),
    ...takers.flatMap(({ from, until }) => [from, until]),
  ].filter((day) => day > start && day < end);
  const days = [...new Set([start, ...changes])].sort((a, b) => a - b);
  if (start >= end) return [];
  return days
    .map((from, at) => ({
      from,
      until: days[at + 1] ?? end,
      open: openOn(from, invoice, settlements, takers),
    }))
    .filter(({ open }) => open > 0);
}

/** Whether any of it was disputed while it was late. */
export const disputedAfterDue = (invoice: Invoice, arrangements: readonly Arrangement[]): boolean =>
  arrangements.some(
    (each) =>
      each.kind === 'dispute' &&
      takesFrom(invoice, each) &&
      (each.until === undefined || each.until > invoice.dueOn),
  );

type Taker = { readonly from: number; readonly until: number; readonly amount: number };

function takesFrom(
  { invoiceId, currency }: Invoice,
  { kind, invoiceId: named, minorUnits, currency: counted }: Arrangement,
): boolean {
  if (kind !== 'dispute' && kind !== 'write-off') return false;
  return named === undefined
    ? minorUnits === undefined || counted === currency
    : named === invoiceId;
}

const takerOf = ({ from, until, minorUnits }: Arrangement): Taker => ({
  from: dayNumber(from),
  until: until === undefined ? Infinity : dayNumber(until),
  amount: minorUnits === undefined ? Infinity : Math.max(minorUnits, 0),
});

function openOn(
  day: number,
  { minorUnits }: Invoice,
  settlements: readonly Settlement[],
  takers: readonly Taker[],
): number {
  let owed = minorUnits;
  for (const each of settlements) if (each.onDay < day) owed -= each.minorUnits;
  let open = Math.min(Math.max(owed, 0), minorUnits);
  for (const { from, until, amount } of takers)
    if (from <= day && day < until) open -= Math.min(open, amount);
  return open;
}
