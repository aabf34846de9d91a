import type { Arrangement } from '../ledger/arrangement.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { InvoiceNight } from './customer-night.ts';

/** An open invoice and what of it is asked for; `leftOut` says why the rest is not. */
export type AskedInvoice = {
  readonly invoice: InvoiceNight;
  readonly issued: Invoice | undefined;
  readonly askedMinorUnits: number;
  readonly leftOut: string | undefined;
};

/** What is disputed, on hold or promised for a later day is not demanded in a letter. */
export function askedInvoices(
  invoices: readonly InvoiceNight[],
  facts: CustomerFacts,
  asOf: CalendarDate,
): AskedInvoice[] {
  const issuedById = new Map(facts.invoices.map((each) => [`${each.invoiceId}`, each]));
  const inForce = facts.arrangements.filter((each) => isInForce(each, asOf));
  return invoices.map((invoice) => ({
    invoice,
    issued: issuedById.get(invoice.invoiceId),
    ...asked(invoice, inForce),
  }));
}

function isInForce({ kind, from, until }: Arrangement, asOf: CalendarDate): boolean {
  if (from > asOf) return false;
  if (until === undefined) return true;
  return kind === 'promise' ? asOf <= until : asOf < until;
}

function asked(
  invoice: InvoiceNight,
  inForce: readonly Arrangement[],
): Pick<AskedInvoice, 'askedMinorUnits' | 'leftOut'> {
  const on = inForce.filter(({ invoiceId }) => invoiceId === invoice.invoiceId);
  const promise = on.find(({ kind }) => kind === 'promise');
  if (promise !== undefined)
    return { askedMinorUnits: 0, leftOut: `promised by ${promise.until ?? 'you'}` };
  if (on.some(({ kind }) => kind === 'hold')) return { askedMinorUnits: 0, leftOut: 'on hold' };

  const disputed = disputedMinorUnits(invoice, inForce);
  return disputed === 0
    ? { askedMinorUnits: invoice.open, leftOut: undefined }
    : { askedMinorUnits: invoice.open - disputed, leftOut: 'disputed' };
}

/** A dispute without an amount is about the whole invoice; without an invoice, about them all. */
function disputedMinorUnits(invoice: InvoiceNight, inForce: readonly Arrangement[]): number {
  const disputed = inForce
    .filter(
      ({ kind, invoiceId }) =>
        kind === 'dispute' && (invoiceId ?? invoice.invoiceId) === invoice.invoiceId,
    )
    .reduce((sum, { minorUnits }) => sum + (minorUnits ?? invoice.open), 0);
  return Math.min(disputed, invoice.open);
}
