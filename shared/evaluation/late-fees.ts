import { type CalendarDate, dayNumber, daysBetween } from '../ledger/calendar-date.ts';
import { type CustomerFacts, factsSeenOn } from '../ledger/customer-facts.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import type { DunningPolicy } from '../policy/dunning-policy.ts';
import { accountsOf } from './accounts.ts';
import { type LateFee, lateFeeOf } from './late-fee.ts';
import { lateFeeRules } from './late-fee-rules.ts';
import type { LateInvoice } from './late-invoice.ts';
import { disputedAfterDue, openSpans, settlementsByInvoice } from './open-spans.ts';
import { paidInvoices } from './paid-invoices.ts';

/** Paying the invoice does not undo what being late has cost: it is shown for this long after. */
const DAYS_SHOWN_AFTER_PAYMENT = 30;

/**
 * What being late has cost to date, by currency: of every overdue invoice, and of those paid late in
 * the last thirty days. What is open by no more than the policy's tolerance costs nothing.
 */
export function lateFeesOn(
  facts: CustomerFacts,
  { lateFees, tolerance }: Pick<DunningPolicy, 'lateFees' | 'tolerance'>,
  asOf: CalendarDate,
): ReadonlyMap<CurrencyCode, readonly LateFee[]> {
  if (lateFees.kind === 'none') return new Map();
  const seen = factsSeenOn(facts, asOf);
  const late = lateOn(seen, asOf);
  const rules = late.length === 0 ? undefined : lateFeeRules(lateFees, seen.customer.country);
  if (rules === undefined) return new Map();

  const settlements = settlementsByInvoice(seen);
  const { arrangements } = seen;
  const fees = late.flatMap(({ invoice, ...rest }) => {
    const tolerated = tolerance[invoice.currency] ?? 0;
    const spans = openSpans(invoice, settlements(invoice), arrangements, dayNumber(asOf));
    const wasDisputed = disputedAfterDue(invoice, arrangements);
    const charged = spans.filter(({ open }) => open > tolerated);
    const fee = lateFeeOf({ invoice, ...rest, spans: charged, wasDisputed }, rules);
    return fee === undefined ? [] : [{ fee, currency: invoice.currency }];
  });
  return new Map(
    [...Map.groupBy(fees, ({ currency }) => currency)].map(([currency, each]) => [
      currency,
      each.map(({ fee }) => fee),
    ]),
  );
}

type Late = Pick<LateInvoice, 'open' | 'paidOn'> & { readonly invoice: Invoice };

function lateOn(seen: CustomerFacts, asOf: CalendarDate): readonly Late[] {
  const open = accountsOf(seen, asOf)
    .flatMap(({ invoices }) => invoices)
    .filter(({ daysPastDue }) => daysPastDue > 0)
    .map(({ invoice, open }) => ({ invoice, open, paidOn: undefined }));
  const paid = paidInvoices(seen)
    .filter(
      ({ invoice, paidOn }) =>
        paidOn > invoice.dueOn && daysBetween(paidOn, asOf) <= DAYS_SHOWN_AFTER_PAYMENT,
    )
    .map(({ invoice, paidOn }) => ({ invoice, open: 0, paidOn }));
  return [...open, ...paid.sort(byDueDate)];
}

const byDueDate = ({ invoice: a }: Late, { invoice: b }: Late): number =>
  `${a.dueOn}${a.invoiceId}` < `${b.dueOn}${b.invoiceId}` ? -1 : 1;
