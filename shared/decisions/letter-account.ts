import type { Account, OpenInvoice } from '../evaluation/accounts.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import type { InvoiceNight } from './customer-night.ts';

/** The account that a night's open invoices make up, with the invoices as they were issued. */
export function letterAccount(
  currency: CurrencyCode,
  unapplied: number,
  invoices: readonly InvoiceNight[],
  issuedById: ReadonlyMap<string, Invoice>,
): Account {
  const open = invoices
    .filter((each) => each.currency === currency)
    .map((each) => asIssued(each, issuedById))
    .toSorted(byDueDate);
  return { currency, invoices: open, unapplied, writtenOff: 0 };
}

function asIssued(
  { invoiceId, open, daysPastDue }: InvoiceNight,
  issuedById: ReadonlyMap<string, Invoice>,
): OpenInvoice {
  const invoice = issuedById.get(invoiceId);
  if (invoice !== undefined) return { invoice, open, daysPastDue };
  throw new RangeError(
    `Cannot ask for invoice "${invoiceId}" because the facts do not have it: pass the facts that the night was decided from`,
  );
}

const byDueDate = (a: OpenInvoice, b: OpenInvoice): number =>
  b.daysPastDue - a.daysPastDue || (a.invoice.invoiceId < b.invoice.invoiceId ? -1 : 1);
