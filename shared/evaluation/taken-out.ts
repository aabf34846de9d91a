import type { Arrangement } from '../ledger/arrangement.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { CurrencyCode } from '../ledger/money.ts';

/**
 * How much of each open invoice disputes or write-offs take out: all of it, or their amount. One that
 * names no invoice takes from all of the customer's, the oldest first, an amount only in its currency.
 */
export function takenOut(
  invoices: readonly { readonly invoice: Invoice; readonly open: number }[],
  currency: CurrencyCode,
  agreed: readonly Arrangement[],
): readonly number[] {
  const named = new Map<string, number>();
  let shared = 0;
  for (const { invoiceId, minorUnits, currency: counted } of agreed) {
    const amount = minorUnits === undefined ? Number.POSITIVE_INFINITY : Math.max(minorUnits, 0);
    if (invoiceId !== undefined) named.set(invoiceId, (named.get(invoiceId) ?? 0) + amount);
    else if (minorUnits === undefined || counted === currency) shared += amount;
  }

  return invoices.map(({ invoice, open }) => {
    const own = Math.min(open, named.get(invoice.invoiceId) ?? 0);
    const more = Math.min(open - own, shared);
    shared -= more;
    return own + more;
  });
}
