import { CalendarDate, dayInZone } from '../../ledger/calendar-date.ts';
import { type Invoice, InvoiceId, type Payment } from '../../ledger/invoice.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { minorUnitsOf } from './minor-units.ts';
import type { CustomerPayment, SalesCreditMemo, SalesInvoice } from './wire.ts';

/** What the books have of one customer. */
export type Books = {
  readonly invoices: readonly SalesInvoice[];
  readonly creditMemos: readonly SalesCreditMemo[];
  readonly unposted: readonly CustomerPayment[];
  /** What the customer owes in all, in the company's currency. */
  readonly balance: string | undefined;
};

export type Receivables = {
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
  /** What the balance says is owed besides, and no document tells: minor units. */
  readonly untold: number;
};

/**
 * Business Central says what is open: of an invoice by its remaining amount, of a customer by its
 * balance. What an invoice lacks of its total was settled; what the balance lacks of the documents
 * is money that was posted and not applied, or a credit memo that was, in part. When is not told:
 * the last change of a document stands for the day. Payments that are not posted yet are money that
 * came in, and counted.
 */
export function receivablesOf(books: Books, company: CurrencyCode): Receivables {
  const invoices = books.invoices.map((each) => invoiceOf(each, company));
  const settled = books.invoices.flatMap((each) => settledOf(each, company));
  const memos = books.creditMemos.map((each) => creditNoteOf(each, company));
  const { credits, unapplied, untold } = balanced(books, memos, company);
  const unposted = books.unposted.map((each) => paymentOf(each, invoices, company));
  return {
    invoices: [...invoices, ...credits],
    payments: [...settled, ...unapplied, ...unposted],
    untold,
  };
}

const currencyOf = (document: { readonly currencyCode?: string | undefined }, company: string) =>
  document.currencyCode ?? company;

export function invoiceOf(document: SalesInvoice, company: CurrencyCode): Invoice {
  const currency = currencyOf(document, company);
  const issuedOn = document.invoiceDate ?? document.postingDate ?? changedOn(document);
  return {
    invoiceId: InvoiceId.parse(document.number),
    issuedOn,
    dueOn: document.dueDate ?? issuedOn,
    minorUnits: minorUnitsOf(document.totalAmountIncludingTax, currency),
    currency,
  };
}

function settledOf(document: SalesInvoice, company: CurrencyCode): Payment[] {
  const { invoiceId, minorUnits: total, issuedOn, currency } = invoiceOf(document, company);
  const minorUnits = total - minorUnitsOf(document.remainingAmount, currency);
  const paidOn = later(issuedOn, changedOn(document));
  return minorUnits === 0
    ? []
    : [{ paymentId: `settled of ${invoiceId}`, paidOn, minorUnits, currency, invoiceId }];
}

/** It names no invoice, as whatever it was applied to has less left already. */
function creditNoteOf(document: SalesCreditMemo, company: CurrencyCode): Invoice {
  const currency = currencyOf(document, company);
  const issuedOn = document.creditMemoDate ?? document.postingDate ?? changedOn(document);
  return {
    invoiceId: InvoiceId.parse(document.number),
    issuedOn,
    dueOn: issuedOn,
    minorUnits: -minorUnitsOf(document.totalAmountIncludingTax, currency),
    currency,
  };
}

/** A balance is in the company's currency, and says nothing of who is billed in others. */
function balanced(books: Books, memos: readonly Invoice[], company: CurrencyCode) {
  const documents = [...books.invoices, ...books.creditMemos];
  const isForeign = documents.some((each) => currencyOf(each, company) !== company);
  if (books.balance === undefined || isForeign) return { credits: memos, unapplied: [], untold: 0 };

  const open = books.invoices.reduce(
    (sum, { remainingAmount }) => sum + minorUnitsOf(remainingAmount, company),
    0,
  );
  const credited = memos.reduce((sum, { minorUnits }) => sum + minorUnits, 0);
  const lacking = open + credited - minorUnitsOf(books.balance, company);
  if (lacking >= 0)
    return { credits: memos, unapplied: unappliedOf(lacking, documents, company), untold: 0 };
  const used = Math.min(-lacking, -credited);
  return { credits: withoutUsed(memos, used), unapplied: [], untold: -lacking - used };
}

function unappliedOf(
  minorUnits: number,
  documents: readonly { readonly lastModifiedDateTime: string }[],
  currency: CurrencyCode,
): Payment[] {
  const [paidOn = CalendarDate.parse('2000-01-01')] = documents.map(changedOn).toSorted().reverse();
  return minorUnits === 0
    ? []
    : [{ paymentId: 'posted, not applied', paidOn, minorUnits, currency }];
}

/** The oldest are used up first. */
function withoutUsed(memos: readonly Invoice[], used: number): readonly Invoice[] {
  let left = used;
  return memos
    .toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1))
    .flatMap((memo) => {
      const part = Math.min(left, -memo.minorUnits);
      left -= part;
      return part === -memo.minorUnits ? [] : [{ ...memo, minorUnits: memo.minorUnits + part }];
    });
}

/** Journals credit customers with negative amounts, and some clients write positive ones. */
function paymentOf(
  line: CustomerPayment,
  invoices: readonly Invoice[],
  company: CurrencyCode,
): Payment {
  const named = invoices.find(({ invoiceId }) => invoiceId === line.appliesToInvoiceNumber);
  const currency = named?.currency ?? company;
  return {
    paymentId: `unposted ${line.id}`,
    paidOn: line.postingDate,
    minorUnits: Math.abs(minorUnitsOf(line.amount, currency)),
    currency,
    ...(named !== undefined && { invoiceId: named.invoiceId }),
  };
}

const changedOn = ({ lastModifiedDateTime }: { readonly lastModifiedDateTime: string }) =>
  dayInZone(new Date(lastModifiedDateTime), 'UTC');

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
