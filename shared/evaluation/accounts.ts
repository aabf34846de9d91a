import type { Arrangement } from '../ledger/arrangement.ts';
import { type CalendarDate, dayNumber } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { Invoice } from '../ledger/invoice.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import { inForce } from './in-force.ts';
import { type Settled, settledOf } from './settled.ts';
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
export const accountsOf = (seen: CustomerFacts, asOf: CalendarDate): readonly Account[] =>
  accountsOn(settledOf(seen), seen.arrangements, asOf);

/** The same, of invoices that are settled already. */
export function accountsOn(
  settled: readonly Settled[],
  arrangements: readonly Arrangement[],
  asOf: CalendarDate,
): readonly Account[] {
  const writeOffs = inForce('write-off', arrangements, asOf);
  const today = dayNumber(asOf);
  return settled.map((each) => withoutWriteOffs(accountOn(each, today), writeOffs));
}

const accountOn = ({ currency, leftOpen, unapplied }: Settled, today: number): Account => ({
  currency,
  invoices: leftOpen.map(({ invoice, open, dueDay }) => ({
    invoice,
    open,
    daysPastDue: today - dueDay,
  })),
  unapplied,
  writtenOff: 0,
});

function withoutWriteOffs(account: Account, writeOffs: readonly Arrangement[]): Account {
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
