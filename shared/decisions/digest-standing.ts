import type { Customer } from '../ledger/customer.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import { boundedTable, type Columns, heading, paragraph } from './bounded-table.ts';
import { count } from './count-text.ts';
import type { AccountNight, CustomerNight } from './customer-night.ts';
import { stageText } from './digest-findings.ts';
import type { Block } from './email.ts';
import { moneyText, total } from './money-text.ts';

type Account = { readonly customer: Customer; readonly account: AccountNight };

const STANDING_COLUMNS: Columns = [
  ['Customer', 'left'],
  ['Stage', 'left'],
  ['Since', 'left'],
  ['Overdue', 'right'],
  ['Days past due', 'right'],
];

/** Everyone who is on a stage, and the totals, each currency by itself. */
export function standingBlocks(nights: readonly CustomerNight[]): Block[] {
  const onStage = accountsOf(nights).filter(({ account }) => account.stage !== undefined);
  if (onStage.length === 0) return [];
  const rows = onStage.map(({ customer, account }) => [
    customer.name,
    stageText(account.stage ?? ''),
    account.since ?? '',
    moneyText({ minorUnits: account.overdue, currency: account.currency }),
    daysText(account.daysPastDue),
  ]);
  return [
    heading('Everyone on a stage'),
    ...boundedTable(STANDING_COLUMNS, rows),
    paragraph(`Overdue in total: ${totalsText(onStage)}`),
  ];
}

/** Nothing where nothing that counts is past due. */
export const daysText = (daysPastDue: number): string => (daysPastDue > 0 ? `${daysPastDue}` : '');

/** By currency, the most overdue first. */
function accountsOf(nights: readonly CustomerNight[]): Account[] {
  return nights
    .flatMap(({ customer, accounts }) => accounts.map((account) => ({ customer, account })))
    .toSorted((a, b) => byCurrencyAndOverdue(a, b) || (a.customer.name < b.customer.name ? -1 : 1));
}

function byCurrencyAndOverdue({ account: a }: Account, { account: b }: Account): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  return b.overdue - a.overdue;
}

function totalsText(accounts: readonly Account[]): string {
  return [...Map.groupBy(accounts, ({ account }) => account.currency)]
    .map(([currency, own]) => `${overdueText(own, currency)} (${count(own.length, 'customer')})`)
    .join(', ');
}

function overdueText(accounts: readonly Account[], currency: CurrencyCode): string {
  return moneyText(
    total(
      accounts.map(({ account }) => account.overdue),
      currency,
    ),
  );
}
