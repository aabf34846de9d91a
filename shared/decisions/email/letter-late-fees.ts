import type { LateFee } from '../../evaluation/late-fee.ts';
import { literally } from '../../languages/reason.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { total } from '../money-text.ts';
import type { AskedInvoice } from './asked-invoices.ts';
import { bounded } from './bounded.ts';
import type { LetterSection } from './content/letter-content.ts';

type LateFees = Pick<LetterSection, 'lateFees' | 'moreLateFees' | 'lateFeeTotal'>;

/** Of the invoices that are asked for. Never in the amount to pay: nothing of it is booked. */
export function lateFeesOf(
  lateFees: readonly LateFee[],
  asked: readonly AskedInvoice[],
  currency: CurrencyCode,
): LateFees {
  const ids = new Set(asked.map(({ invoice }) => invoice.invoiceId));
  const about = lateFees
    .filter(({ invoiceId }) => ids.has(invoiceId))
    .map(({ invoiceId, interest, fixed, because, reason }) => ({
      invoiceId,
      amount: interest + fixed,
      because: reason ?? literally(because),
    }));
  const sum = total(
    about.map(({ amount }) => amount),
    currency,
  );
  const { items, more } = bounded(about);
  return { lateFees: items, moreLateFees: more, lateFeeTotal: sum.minorUnits };
}
