import type { Account } from '../../evaluation/accounts.ts';
import { total } from '../money-text.ts';
import type { AskedInvoice } from './asked-invoices.ts';
import { bounded } from './bounded.ts';
import type { StatementAccount } from './content/letter-content.ts';

/** So that the row that keeps a letter stays small enough for any customer. */
const MAX_LINES = 2_000;

/** All that is open in an account, whether the letter asks for it or not. */
export function statementAccount(
  { currency, unapplied }: Account,
  invoices: readonly AskedInvoice[],
): StatementAccount {
  const { items, more } = bounded(invoices, MAX_LINES);
  const open = invoices.map((each) => each.open);
  return {
    currency,
    lines: items.map(({ invoice, open: left, daysPastDue, leftOut }) => ({
      invoiceId: invoice.invoiceId,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      amount: invoice.minorUnits,
      open: left,
      daysPastDue,
      ...(leftOut === undefined ? {} : { remark: leftOut }),
    })),
    moreLines: more,
    unapplied,
    balance: total([...open, -unapplied], currency).minorUnits,
  };
}
