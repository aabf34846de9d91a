import type { AccountNight } from '../../shared/decisions/customer-night.ts';
import type { Customer } from '../../shared/ledger/customer.ts';
import type { CurrencyCode } from '../../shared/ledger/money.ts';
import { inserted } from './inserted.ts';

/** A customer who owes, as the last night saw its account. */
export type Debtor = { readonly customer: Customer; readonly account: AccountNight };

const MOST_SHOWN = 10;

/** The few with most overdue, by currency, the largest first. Those who owe nothing are none. */
export type Debtors = Map<CurrencyCode, Debtor[]>;

export function addDebtor(debtors: Debtors, customer: Customer, account: AccountNight): void {
  if (account.open <= 0 && account.overdue <= 0) return;
  const largest = inserted(debtors, account.currency, (): Debtor[] => []);
  const at = largest.findIndex((each) => owesMore(account, each.account));
  largest.splice(at < 0 ? largest.length : at, 0, { customer, account });
  if (largest.length > MOST_SHOWN) largest.pop();
}

const owesMore = (a: AccountNight, b: AccountNight): boolean =>
  a.overdue === b.overdue ? a.open > b.open : a.overdue > b.overdue;
