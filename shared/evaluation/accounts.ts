import { type CalendarDate, dayNumber } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { Invoice, InvoiceId } from '../ledger/invoice.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import { inForce } from './in-force.ts';
import { takenOut } from './taken-out.ts';

/** An invoice with something left to pay, in minor units. Before its due date the days are negative. */
export type OpenInvoice = {
  readonly invoice: Invoice;
  readonly open: number;
  readonly daysPastDue: number;
};

/**
 * What a customer owes in one currency. Open invoices come by due date, then id. What was paid beyond
 * an invoice, or without one, is `unapplied`; what was paid back beyond what was paid makes it
 * negative. Always: open − unapplied = invoiced − credited − paid − written off.
 */
export type Account = {
  readonly currency: CurrencyCode;
  readonly invoices: readonly OpenInvoice[];
  readonly unapplied: number;
  readonly writtenOff: number;
};

/** The accounts of facts already cut to what the night sees, by currency. */
export function accountsOf(seen: CustomerFacts, asOf: CalendarDate): readonly Account[] {
  const writeOffs = inForce('write-off', seen.arrangements, asOf);
  return settled(seen)
    .sort(byCurrency)
    .map((ledger) => withoutWriteOffs(balanced(ledger, dayNumber(asOf)), writeOffs));
}

type Settling = { readonly invoice: Invoice; settled: number };
type Ledger = {
  readonly currency: CurrencyCode;
  readonly invoices: Settling[];
  unapplied: number;
};

function settled({ invoices, payments }: CustomerFacts): Ledger[] {
  const ledgers = new Map<CurrencyCode, Ledger>();
  const byId = new Map<InvoiceId, Settling>();
  const settle = (currency: CurrencyCode, id: InvoiceId | undefined, minorUnits: number): void => {
    const named = id === undefined ? undefined : byId.get(id);
    if (named?.invoice.currency === currency) named.settled += minorUnits;
    else ledgerOf(ledgers, currency).unapplied += minorUnits;
  };

  const creditNotes = invoices.filter(({ minorUnits }) => minorUnits < 0);
  const isSettled = payments.length + creditNotes.length > 0;
  for (const invoice of invoices) {
    if (invoice.minorUnits < 0) continue;
    const settling = { invoice, settled: 0 };
    ledgerOf(ledgers, invoice.currency).invoices.push(settling);
    if (isSettled) byId.set(invoice.invoiceId, settling);
  }
  for (const { currency, appliesTo, minorUnits } of creditNotes)
    settle(currency, appliesTo, -minorUnits);
  for (const { currency, invoiceId, minorUnits } of payments)
    settle(currency, invoiceId, minorUnits);
  return [...ledgers.values()];
}

function ledgerOf(ledgers: Map<CurrencyCode, Ledger>, currency: CurrencyCode): Ledger {
  const known = ledgers.get(currency);
  if (known !== undefined) return known;
  const ledger: Ledger = { currency, invoices: [], unapplied: 0 };
  ledgers.set(currency, ledger);
  return ledger;
}

function balanced({ currency, invoices, unapplied }: Ledger, asOfDay: number): Account {
  const open: OpenInvoice[] = [];
  let rest = unapplied;
  for (const { invoice, settled } of invoices) {
    const owed = invoice.minorUnits - settled;
    const left = Math.min(Math.max(owed, 0), invoice.minorUnits);
    rest += left - owed;
    if (left > 0)
      open.push({ invoice, open: left, daysPastDue: asOfDay - dayNumber(invoice.dueOn) });
  }
  return { currency, invoices: inOrder(open), unapplied: rest, writtenOff: 0 };
}

/** Sources mostly hand invoices out in order, and looking is cheaper than sorting. */
function inOrder(open: OpenInvoice[]): readonly OpenInvoice[] {
  let last: OpenInvoice | undefined;
  for (const each of open) {
    if (last !== undefined && byDueDate(last, each) > 0) return open.sort(byDueDate);
    last = each;
  }
  return open;
}

function withoutWriteOffs(account: Account, writeOffs: Parameters<typeof takenOut>[2]): Account {
  if (writeOffs.length === 0) return account;
  const gone = takenOut(account.invoices, account.currency, writeOffs);
  return {
    ...account,
    invoices: account.invoices
      .map((each, at) => ({ ...each, open: each.open - (gone[at] ?? 0) }))
      .filter(({ open }) => open > 0),
    writtenOff: gone.reduce((sum, each) => sum + each, 0),
  };
}

const byDueDate = (a: OpenInvoice, b: OpenInvoice): number =>
  b.daysPastDue - a.daysPastDue || (a.invoice.invoiceId < b.invoice.invoiceId ? -1 : 1);

const byCurrency = (a: Ledger, b: Ledger): number => (a.currency < b.currency ? -1 : 1);
