import type { Arrangement } from '../ledger/arrangement.ts';
import { addDays, type CalendarDate } from '../ledger/calendar-date.ts';
import { type CustomerFacts, factsSeenOn } from '../ledger/customer-facts.ts';
import type { InvoiceId } from '../ledger/invoice.ts';
import { type Account, accountsOf } from './accounts.ts';
import type { Counting } from './counting.ts';
import { inForce } from './in-force.ts';

/**
 * A promise to pay as it stands. open: through its day and the days of tolerance, until what was
 * promised is paid. kept: it is paid. broken: from the day after, when it is not.
 */
export type PromiseStanding = {
  readonly promise: Arrangement;
  /** Identifies the promise within its account. */
  readonly key: string;
  readonly standing: 'open' | 'kept' | 'broken';
  /** The last day it is waited for, days of tolerance included; absent where it names no day. */
  readonly waitsThrough: CalendarDate | undefined;
  /** What was paid since the promise was given, in minor units. */
  readonly paid: number;
};

/** The promises about an account. One of which all that is left is disputed says nothing now. */
export function promisesOf(
  account: Account,
  counting: Counting,
  seen: CustomerFacts,
  toleranceDays: number,
  asOf: CalendarDate,
): readonly PromiseStanding[] {
  const disputes = inForce('dispute', seen.arrangements, asOf);
  return seen.arrangements
    .filter(({ kind }) => kind === 'promise')
    .filter((promise) => isAbout(promise, account, seen))
    .flatMap((promise) => {
      const covered = coveredBy(promise, account.currency, seen);
      if (promise.minorUnits === undefined && covered.length === 0) return [];
      const left = leftOf(covered, account, counting, disputes);
      if (left === 'disputed') return [];
      return standingOf(promise, left, paidSince(promise, account.currency, seen), {
        toleranceDays,
        asOf,
      });
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * Kept: its amount was paid, or nothing that it was about is left to pay, however that came about.
 * Without an amount it covers what was overdue when it was given.
 */
function standingOf(
  promise: Arrangement,
  left: 'something' | 'nothing',
  paid: number,
  { toleranceDays, asOf }: { readonly toleranceDays: number; readonly asOf: CalendarDate },
): PromiseStanding {
  const { until, minorUnits } = promise;
  const isKept = left === 'nothing' || (minorUnits !== undefined && paid >= minorUnits);
  const waitsThrough =
    until === undefined || toleranceDays === 0 ? until : addDays(until, toleranceDays);
  const unkept = waitsThrough !== undefined && waitsThrough < asOf ? 'broken' : 'open';
  const key = promiseKey(promise);
  return { promise, key, standing: isKept ? 'kept' : unkept, waitsThrough, paid };
}

/** What tells a promise from the others about the account. */
export const promiseKey = ({ invoiceId, from, until, minorUnits }: Arrangement): string =>
  [invoiceId ?? '', from, until ?? '', minorUnits ?? ''].join('|');

/** Of the invoices a promise is about. One that names an amount and none of them is about money. */
function leftOf(
  covered: readonly InvoiceId[],
  account: Account,
  counting: Counting,
  disputes: readonly Arrangement[],
): 'something' | 'nothing' | 'disputed' {
  if (covered.length === 0) return 'something';
  if (counting.invoices.some(({ invoiceId }) => covered.includes(invoiceId))) return 'something';
  return covered.some((id) => isContested(id, account, disputes)) ? 'disputed' : 'nothing';
}

function isAbout(
  { invoiceId, minorUnits, currency }: Arrangement,
  account: Account,
  { invoices }: CustomerFacts,
): boolean {
  if (invoiceId === undefined) return minorUnits === undefined || currency === account.currency;
  const named = invoices.find((each) => each.invoiceId === invoiceId);
  return (named?.currency ?? currency) === account.currency;
}

function isContested(
  invoiceId: InvoiceId,
  { invoices }: Account,
  disputes: readonly Arrangement[],
): boolean {
  if (!invoices.some(({ invoice }) => invoice.invoiceId === invoiceId)) return false;
  return disputes.some((each) => each.invoiceId === undefined || each.invoiceId === invoiceId);
}

function paidSince(
  { invoiceId, from }: Arrangement,
  currency: string,
  { payments }: CustomerFacts,
): number {
  return payments
    .filter((each) => each.currency === currency && each.paidOn >= from)
    .filter((each) => invoiceId === undefined || each.invoiceId === invoiceId)
    .reduce((sum, { minorUnits }) => sum + minorUnits, 0);
}

/** The invoice it names; else what was overdue on its first day; else what was open and falls due by its last. */
function coveredBy(
  { invoiceId, from, until }: Arrangement,
  currency: string,
  seen: CustomerFacts,
): readonly InvoiceId[] {
  if (invoiceId !== undefined)
    return seen.invoices.some((each) => each.invoiceId === invoiceId) ? [invoiceId] : [];
  const then = accountsOf(factsSeenOn(seen, from), from).find((each) => each.currency === currency);
  const open = then?.invoices ?? [];
  const overdue = open.filter(({ daysPastDue }) => daysPastDue > 0);
  const due = open.filter(({ invoice }) => until === undefined || invoice.dueOn <= until);
  return (overdue.length > 0 ? overdue : due).map(({ invoice }) => invoice.invoiceId);
}
