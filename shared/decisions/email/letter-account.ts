import type { Account, OpenInvoice } from '../../evaluation/accounts.ts';
import type { LateFee } from '../../evaluation/late-fee.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import type { Invoice } from '../../ledger/invoice.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { DunningPolicy } from '../../policy/dunning-policy.ts';
import type { CustomerNight, InvoiceNight } from '../customer-night.ts';
import { type AskedInvoice, askedInvoices } from './asked-invoices.ts';

/** What a letter has to do with in one currency. */
export type LetterAccount = {
  readonly account: Account;
  readonly asked: readonly AskedInvoice[];
  readonly lateFees: readonly LateFee[];
};

/** Every currency in which something is open, by currency. */
export function letterAccounts(
  { accounts, asOf }: CustomerNight,
  seen: CustomerFacts,
  invoices: readonly InvoiceNight[],
  ladder: DunningPolicy,
): LetterAccount[] {
  const issuedById = new Map(seen.invoices.map((each) => [`${each.invoiceId}`, each]));
  return [...Map.groupBy(invoices, ({ currency }) => currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => {
      const tonight = accounts.find((each) => each.currency === currency);
      const account = letterAccount(currency, tonight?.unapplied ?? 0, own, issuedById);
      return {
        account,
        asked: askedInvoices(account, seen, ladder, asOf),
        lateFees: tonight?.lateFees ?? [],
      };
    });
}

/** The account that a night's open invoices make up, with the invoices as they were issued. */
function letterAccount(
  currency: CurrencyCode,
  unapplied: number,
  invoices: readonly InvoiceNight[],
  issuedById: ReadonlyMap<string, Invoice>,
): Account {
  const open = invoices.map((each) => asIssued(each, issuedById)).toSorted(byDueDate);
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
