import { z } from 'zod';
import { reportedReason } from '../languages/en.ts';
import { Reason } from '../languages/reason.ts';
import { InvoiceId } from '../ledger/invoice.ts';
import { type InterestDays, interestDays, interestOf, shareOf } from './interest.ts';
import { whyLateFee } from './late-fee-because.ts';
import type { LateFeeRules } from './late-fee-rules.ts';
import type { LateInvoice } from './late-invoice.ts';

/** What paying an invoice late has cost to date, in minor units. Information: nothing is booked. */
export const LateFee = z.object({
  invoiceId: InvoiceId,
  interest: z.int(),
  fixed: z.int(),
  because: z.string(),
  reason: Reason.optional(),
});
export type LateFee = z.infer<typeof LateFee>;

/** Undefined where it costs nothing: never late, disputed all the time, or no amount is named. */
export function lateFeeOf(late: LateInvoice, rules: LateFeeRules): LateFee | undefined {
  const { invoice, spans, open } = late;
  const last = spans.at(-1);
  if (last === undefined) return undefined;

  const parts: readonly InterestDays[] = interestDays(spans, rules.rates);
  const chargedOnce = Math.min(open, last.open);
  const interest = interestOf(parts) + shareOf(chargedOnce, rules.onceMillionths);
  const fixed = rules.fixed[invoice.currency] ?? 0;
  if (interest === 0 && fixed === 0) return undefined;

  const reason = whyLateFee(late, { parts, chargedOnce, fixed }, rules);
  const because = reportedReason(reason);
  return { invoiceId: invoice.invoiceId, interest, fixed, because, reason };
}
