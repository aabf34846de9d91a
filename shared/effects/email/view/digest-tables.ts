import type { DigestContent } from '../../../decisions/email/content/digest-content.ts';
import type { Words } from '../../../languages/words.ts';
import type { CustomerId } from '../../../ledger/customer.ts';
import type { CurrencyCode } from '../../../ledger/money.ts';
import { cell, columns, paragraph, table } from './blocks.ts';
import { budgetText } from './finding-card.ts';
import type { Links } from './links.ts';
import type { Block, Cell, Column } from './view.ts';

export type About = {
  readonly content: DigestContent;
  readonly words: Words;
  readonly links: Links;
  readonly maxRows: number;
};

type List<Item> = { readonly items: readonly Item[]; readonly more: number };

function listed<Item>(
  title: string,
  titles: readonly Column[],
  { items, more }: List<Item>,
  row: (item: Item) => readonly (Cell | string)[],
  { words, maxRows }: About,
): Block[] {
  if (items.length === 0) return [];
  const left = more + Math.max(0, items.length - maxRows);
  return table(title, titles, items.slice(0, maxRows).map(row), {
    more: left > 0 ? words.andMore(left) : undefined,
  });
}

type Who = { readonly customerId: CustomerId; readonly customerName: string };

const named = ({ customerId, customerName }: Who, { links }: About, sub?: string): Cell =>
  cell(customerName, sub, links.customer(customerId));

const moneyOf =
  ({ words: { figures } }: About) =>
  (minorUnits: number, currency: CurrencyCode): string =>
    figures.money({ minorUnits, currency });

export function waitingBlocks(about: About): Block[] {
  const { content, words } = about;
  const { digest, reason } = words;
  const money = moneyOf(about);
  return listed(
    digest.stillWaiting,
    columns(words.customer, `>${digest.overdueTitle}`),
    content.waiting,
    (each) => [named(each, about, reason(each.because)), money(each.overdue, each.currency)],
    about,
  );
}

export function recoveredBlocks(about: About): Block[] {
  const { content, words } = about;
  const { digest, reason } = words;
  const money = moneyOf(about);
  return listed(
    digest.recovered,
    columns(words.customer, digest.isNow, `>${digest.overdueTitle}`),
    content.recovered,
    (each) => {
      const [was, now] =
        each.kind === 'recovery'
          ? [
              digest.stage(each.stage),
              each.now === undefined ? digest.noStage : digest.stage(each.now),
            ]
          : [digest.trouble['budget-forecast'](each.stage), digest.belowForecast];
      return [
        named(each, about, reason(each.because)),
        cell(now, `${digest.was}: ${was}`),
        money(each.overdue, each.currency),
      ];
    },
    about,
  );
}

export function onStageBlocks(about: About): Block[] {
  const { content, words } = about;
  const { digest, figures, letter } = words;
  const money = moneyOf(about);
  const totals = content.totals.map(
    ({ currency, overdue, customers }) =>
      `${money(overdue, currency)} (${figures.count(customers, words.customers)})`,
  );
  const listedBlocks = listed(
    digest.onStage,
    columns(words.customer, digest.stageTitle, `>${digest.overdueTitle}`),
    content.onStage,
    (each) => [
      named(each, about),
      cell(
        digest.stage(each.stage),
        each.since === undefined ? undefined : digest.since(figures.shortDay(each.since)),
      ),
      cell(
        money(each.overdue, each.currency),
        each.daysPastDue > 0 ? letter.pastDue(each.daysPastDue) : undefined,
      ),
    ],
    about,
  );
  return listedBlocks.length === 0
    ? []
    : [...listedBlocks, paragraph(`${digest.overdueInTotal}: ${totals.join(', ')}`)];
}

export function exposedBlocks(about: About): Block[] {
  const { content, words } = about;
  const { digest, figures } = words;
  const money = moneyOf(about);
  return listed(
    digest.exposed,
    columns(words.customer, `>${digest.exposure}`, `>${digest.used}`),
    content.exposed,
    (each) => [
      named(each, about),
      cell(
        money(each.total, each.currency),
        `${digest.creditLimit} ${money(each.limit, each.currency)}`,
      ),
      figures.percent(each.percent),
    ],
    about,
  );
}

export function watchedBlocks(about: About): Block[] {
  const { content, words } = about;
  const { digest, reason } = words;
  const told = (each: DigestContent['watched']['items'][number]): readonly [string, string] => {
    switch (each.kind) {
      case 'anomaly':
        return [digest.spikeSince(each.startedOn), reason(each.because)];
      case 'refund':
        return [
          digest.refund,
          each.daysLeft < 0
            ? digest.refundTooLate(each.lastDay)
            : digest.refundThrough(each.lastDay),
        ];
      case 'budget':
        return [digest.budgetOf(each.budget.month), budgetText(each.budget, each.currency, words)];
    }
  };
  return listed(
    digest.watched,
    columns(words.customer, digest.howItStands),
    content.watched,
    (each) => {
      const [what, how] = told(each);
      return [named(each, about, what), how];
    },
    about,
  );
}
