import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { Invoice, InvoiceId } from '../ledger/invoice.ts';

/** An invoice with nothing left to pay, and the day of the last payment on it. */
export type PaidInvoice = { readonly invoice: Invoice; readonly paidOn: CalendarDate };

type Settling = { readonly invoice: Invoice; settled: number; paidOn: CalendarDate | undefined };

/** Of facts already cut. One that credit notes alone have settled was not paid and is not here. */
export function paidInvoices({ invoices, payments }: CustomerFacts): readonly PaidInvoice[] {
  if (payments.length === 0) return [];
  const byId = new Map<InvoiceId, Settling>();
  for (const invoice of invoices)
    if (invoice.minorUnits > 0)
      byId.set(invoice.invoiceId, { invoice, settled: 0, paidOn: undefined });

  for (const { appliesTo, currency, minorUnits } of invoices) {
    const named = minorUnits < 0 && appliesTo !== undefined ? byId.get(appliesTo) : undefined;
    if (named?.invoice.currency === currency) named.settled -= minorUnits;
  }
  for (const { invoiceId, currency, minorUnits, paidOn } of payments) {
    const named = invoiceId === undefined ? undefined : byId.get(invoiceId);
    if (named?.invoice.currency !== currency) continue;
    named.settled += minorUnits;
    if (minorUnits > 0 && (named.paidOn ?? '') < paidOn) named.paidOn = paidOn;
  }
  return [...byId.values()].flatMap(({ invoice, settled, paidOn }) =>
    paidOn !== undefined && settled >= invoice.minorUnits ? [{ invoice, paidOn }] : [],
  );
}
