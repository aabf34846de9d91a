import type { Arrangement } from '../ledger/arrangement.ts';
import { dayNumber } from '../ledger/calendar-date.ts';
import type { InvoiceId } from '../ledger/invoice.ts';
import type { CurrencyCode } from '../ledger/money.ts';
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
  const { invoices: open, currency, unapplied } = account;
  const tolerance = policy.tolerance[currency] ?? 0;
  const disputed = disputedOf(open, currency, disputes);
  const invoices: CountingInvoice[] = [];
  let credit = policy.credits === 'apply-oldest' ? Math.max(unapplied, 0) : 0;
  let overdueDisputed = 0;
  let overdueCovered = 0;
  let overdueTolerated = 0;

  for (const each of policy.basis === 'due-date' ? open : open.toSorted(byIssue)) {
    const { daysPastDue, invoice } = each;
    const contested = disputed?.get(each) ?? 0;
    const covered = Math.min(each.open - contested, credit);
    credit -= covered;
    const amount = each.open - contested - covered;
    if (amount > tolerance) {
      const basisDay =
        policy.basis === 'due-date' ? asOfDay - daysPastDue : dayNumber(invoice.issuedOn);
      invoices.push({ invoiceId: invoice.invoiceId, amount, basisDay, daysPastDue });
    }
    if (daysPastDue <= 0) continue;
    overdueDisputed += contested;
    overdueCovered += covered;
    if (amount <= tolerance) overdueTolerated += amount;
  }
  return { invoices, overdueDisputed, overdueCovered, overdueTolerated };
}

function disputedOf(
  open: readonly OpenInvoice[],
  currency: CurrencyCode,
  disputes: readonly Arrangement[],
): ReadonlyMap<OpenInvoice, number> | undefined {
  if (disputes.length === 0) return undefined;
  const taken = takenOut(open, currency, disputes);
  return new Map(open.map((each, at) => [each, taken[at] ?? 0]));
}

/** Open invoices come by due date already, so only the other basis is sorted for. */
function byIssue({ invoice: a }: OpenInvoice, { invoice: b }: OpenInvoice): number {
  if (a.issuedOn !== b.issuedOn) return a.issuedOn < b.issuedOn ? -1 : 1;
  return a.invoiceId < b.invoiceId ? -1 : 1;
}
