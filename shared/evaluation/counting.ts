import type { Arrangement } from '../ledger/arrangement.ts';
import { dayNumber } from '../ledger/calendar-date.ts';
import type { InvoiceId } from '../ledger/invoice.ts';
import type { DunningPolicy } from '../policy/dunning-policy.ts';
import type { Account, OpenInvoice } from './accounts.ts';
import { takenOut } from './taken-out.ts';

/** An invoice that dunning looks at, and how much of it. */
export type CountingInvoice = {
  readonly invoiceId: InvoiceId;
  readonly amount: number;
  /** Day number of the date that the policy counts days from. */
  readonly basisDay: number;
  readonly daysPastDue: number;
};

/** The invoices that count, oldest basis date first, and what of the overdue does not, and why. */
export type Counting = {
  readonly invoices: readonly CountingInvoice[];
  readonly overdueDisputed: number;
  readonly overdueCovered: number;
  readonly overdueTolerated: number;
};

/**
 * An invoice counts when more than the tolerance is open of it, after what is disputed and, where the
 * policy says so, after unapplied credit, which reduces the oldest first.
 */
export function countingOf(
  account: Account,
  disputes: readonly Arrangement[],
  policy: DunningPolicy,
  asOfDay: number,
): Counting {
  const tolerance = policy.tolerance[account.currency] ?? 0;
  const invoices: CountingInvoice[] = [];
  let credit = policy.credits === 'apply-oldest' ? Math.max(account.unapplied, 0) : 0;
  let [overdueDisputed, overdueCovered, overdueTolerated] = [0, 0, 0];

  for (const { each, disputed, basisDay } of candidates(account, disputes, policy, asOfDay)) {
    const covered = Math.min(each.open - disputed, credit);
    credit -= covered;
    const amount = each.open - disputed - covered;
    const { daysPastDue } = each;
    if (amount > tolerance)
      invoices.push({ invoiceId: each.invoice.invoiceId, amount, basisDay, daysPastDue });
    if (daysPastDue <= 0) continue;
    overdueDisputed += disputed;
    overdueCovered += covered;
    if (amount <= tolerance) overdueTolerated += amount;
  }
  return { invoices, overdueDisputed, overdueCovered, overdueTolerated };
}

type Candidate = {
  readonly each: OpenInvoice;
  readonly disputed: number;
  readonly basisDay: number;
};

function candidates(
  { invoices, currency }: Account,
  disputes: readonly Arrangement[],
  { basis }: DunningPolicy,
  asOfDay: number,
): readonly Candidate[] {
  const disputed = disputes.length === 0 ? [] : takenOut(invoices, currency, disputes);
  const candidate = (each: OpenInvoice, at: number, basisDay: number): Candidate => ({
    each,
    disputed: disputed[at] ?? 0,
    basisDay,
  });
  // Open invoices come by due date already.
  if (basis === 'due-date')
    return invoices.map((each, at) => candidate(each, at, asOfDay - each.daysPastDue));
  return invoices
    .map((each, at) => candidate(each, at, dayNumber(each.invoice.issuedOn)))
    .sort(byBasis);
}

const byBasis = (a: Candidate, b: Candidate): number =>
  a.basisDay - b.basisDay || (a.each.invoice.invoiceId < b.each.invoice.invoiceId ? -1 : 1);
