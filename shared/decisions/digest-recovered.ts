import type { CustomerId } from '../ledger/customer.ts';
import { boundedTable, type Columns, heading } from './bounded-table.ts';
import { count } from './count-text.ts';
import type { CustomerNight, Notice } from './customer-night.ts';
import { type DigestRole, stageText } from './digest-findings.ts';
import type { Block } from './email.ts';
import { shortLine } from './literal-line.ts';
import { moneyText } from './money-text.ts';

/** A customer who came down the ladder, or off it, told to those who were told of going up. */
export type Recovered = {
  readonly key: string;
  readonly customerId: CustomerId;
  readonly row: readonly string[];
  readonly name: string;
  readonly was: string;
};

export function recoveredOf(nights: readonly CustomerNight[], role: DigestRole): Recovered[] {
  return nights
    .flatMap(({ customer, accounts, notices }) =>
      notices
        .filter(({ kind, tell }) => isGoodNews(kind) && tell.includes(role))
        .map(({ key, kind, currency, stage = '', because }): Recovered => {
          const account = accounts.find((each) => each.currency === currency);
          const overdue = moneyText({ minorUnits: account?.overdue ?? 0, currency });
          const { customerId, name } = customer;
          const [was, now] =
            kind === 'recovery'
              ? [stageText(stage), stageText(account?.stage ?? 'no stage')]
              : [`forecast ${stage} % of budget`, 'below it'];
          return { key, customerId, name, was, row: [name, was, now, overdue, because] };
        }),
    )
    .toSorted(byName);
}

const isGoodNews = (kind: Notice['kind']): boolean =>
  kind === 'recovery' || kind === 'forecast-receded';

const COLUMNS: Columns = [
  ['Customer', 'left'],
  ['Was', 'left'],
  ['Is now', 'left'],
  ['Overdue', 'right'],
  ['Why', 'left'],
];

export function recoveredBlocks(recovered: readonly Recovered[]): Block[] {
  if (recovered.length === 0) return [];
  const rows = recovered.map(({ row }) => row);
  return [heading('Came down or cleared'), ...boundedTable(COLUMNS, rows)];
}

/** "2 customers came down" */
export function recoveredText(recovered: readonly Recovered[]): string {
  const customers = new Set(recovered.map(({ customerId }) => customerId));
  return `${count(customers.size, 'customer')} came down`;
}

/** The subject of a digest that has nothing else to tell. */
export function recoveredSubject(recovered: readonly Recovered[]): string {
  const [first] = recovered;
  if (first === undefined) return recoveredText(recovered);
  const name = shortLine(first.name, 60);
  return `${recoveredText(recovered)}: ${name} no longer at ${shortLine(first.was, 60)}`;
}

function byName(a: Recovered, b: Recovered): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}
