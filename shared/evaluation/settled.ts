import { dayNumber } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { Invoice, InvoiceId } from '../ledger/invoice.ts';
import type { CurrencyCode } from '../ledger/money.ts';

/** An invoice of which something is left to pay, in minor units, and the day number it is due on. */
export type LeftOpen = {
  readonly invoice: Invoice;
  readonly open: number;
  readonly dueDay: number;
};

/**
 * What is left of a customer's invoices in one currency, by due date, then id. The same on every day
 * until another invoice or payment is seen.
 */
export type Settled = {
  readonly currency: CurrencyCode;
  readonly leftOpen: readonly LeftOpen[];
  readonly unapplied: number;
};

/** What is owed of it so far, and its due date once that is known to be something. */
type Settling = { readonly invoice: Invoice; open: number; dueDay: number };
type Ledger = {
  readonly currency: CurrencyCode;
  readonly invoices: Settling[];
  unapplied: number;
};

/** By currency. */
export function settledOf({
  invoices,
  payments,
}: Pick<CustomerFacts, 'invoices' | 'payments'>): readonly Settled[] {
  const creditNotes = invoices.filter(({ minorUnits }) => minorUnits < 0);
  const isSettled = payments.length + creditNotes.length > 0;
  const byId = isSettled ? new Map<InvoiceId, Settling>() : undefined;
  const ledgers: Ledger[] = [];
  for (const invoice of invoices) {
    if (invoice.minorUnits < 0) continue;
    const settling = { invoice, open: invoice.minorUnits, dueDay: 0 };
    ledgerIn(ledgers, invoice.currency).invoices.push(settling);
    byId?.set(invoice.invoiceId, settling);
  }

  const settle = (currency: CurrencyCode, id: InvoiceId | undefined, minorUnits: number): void => {
    const named = id === undefined ? undefined : byId?.get(id);
    if (named?.invoice.currency === currency) named.open -= minorUnits;
    else ledgerIn(ledgers, currency).unapplied += minorUnits;
  };
  for (const { currency, appliesTo, minorUnits } of creditNotes)
    settle(currency, appliesTo, -minorUnits);
  for (const { currency, invoiceId, minorUnits } of payments)
    settle(currency, invoiceId, minorUnits);
  return ledgers.sort(byCurrency).map(balanced);
}

/** Nearly every customer has one currency: looking through them is cheaper than a map of them. */
function ledgerIn(ledgers: Ledger[], currency: CurrencyCode): Ledger {
  for (const each of ledgers) if (each.currency === currency) return each;
  const ledger: Ledger = { currency, invoices: [], unapplied: 0 };
  ledgers.push(ledger);
  return ledger;
}

function balanced({ currency, invoices, unapplied }: Ledger): Settled {
  const leftOpen: LeftOpen[] = [];
  let rest = unapplied;
  for (const each of invoices) {
    const { invoice, open: owed } = each;
    each.open = Math.min(Math.max(owed, 0), invoice.minorUnits);
    rest += each.open - owed;
    if (each.open <= 0) continue;
    each.dueDay = dayNumber(invoice.dueOn);
    leftOpen.push(each);
  }
  return { currency, leftOpen: inOrder(leftOpen), unapplied: rest };
}

/** Sources mostly hand invoices out in order, and looking is cheaper than sorting. */
function inOrder(leftOpen: LeftOpen[]): readonly LeftOpen[] {
  let last: LeftOpen | undefined;
  for (const each of leftOpen) {
    if (last !== undefined && byDueDate(last, each) > 0) return leftOpen.sort(byDueDate);
    last = each;
  }
  return leftOpen;
}

const byDueDate = (a: LeftOpen, b: LeftOpen): number =>
  a.dueDay - b.dueDay || (a.invoice.invoiceId < b.invoice.invoiceId ? -1 : 1);

const byCurrency = (a: Ledger, b: Ledger): number => (a.currency < b.currency ? -1 : 1);
