import { count } from '../../../shared/decisions/count-text.ts';
import type { CurrencyCode } from '../../../shared/ledger/money.ts';
import type { Debtor } from '../debtors.ts';
import type { Replayed } from '../replayed.ts';
import type { Tally } from '../tally.ts';
import { type Cell, dataTable } from './data-table.ts';
import { type Html, html, named } from './html.ts';
import { amountWords } from './money-words.ts';

/** Those who owe most on the last night, and why each policy has them where they are. */
export function debtorsSection({ days, simulation: { tallies } }: Replayed): Html {
  const currencies = [...(tallies[0]?.debtors.keys() ?? [])].sort();
  return html`<section><h2>Who owes most on ${days.at(-1)}</h2>
${
  currencies.length === 0
    ? html`<p>Nobody owes anything.</p>`
    : currencies.map((currency) => debtorsTable(tallies, currency))
}</section>`;
}

function debtorsTable(tallies: readonly Tally[], currency: CurrencyCode): Html {
  const [first = [], ...others] = tallies.map(({ debtors }) => debtors.get(currency) ?? []);
  const under = tallies.map((_, at) => (tallies.length < 2 ? '' : `, ${'AB'[at]}`));
  return dataTable({
    caption: `The largest overdue amounts, ${currency}`,
    columns: [
      'customer',
      'overdue',
      'open',
      ...under.flatMap((each) => [`stage${each}`, `because${each}`]),
    ],
    rows: first.map((debtor): readonly Cell[] => [
      html`${named(debtor.customer.customerId)} ${named(debtor.customer.name)}`,
      amountWords(debtor.account.overdue, currency),
      amountWords(debtor.account.open, currency),
      ...stageCells(debtor),
      ...others.flatMap((side) => stageCells(side.find((each) => isSame(each, debtor)))),
    ]),
    figuresFrom: 1,
    wordsFrom: 3,
  });
}

function stageCells(debtor: Debtor | undefined): readonly Cell[] {
  if (debtor === undefined) return ['', ''];
  const { stage = 'none', since, because, daysPastDue } = debtor.account;
  const days = daysPastDue > 0 ? `${count(daysPastDue, 'day')} past due` : '';
  const more = since === undefined ? days : html`since <span class="day">${since}</span>`;
  return [html`${named(stage)} <span class="muted">${more}</span>`, because];
}

const isSame = (a: Debtor, b: Debtor): boolean => a.customer.customerId === b.customer.customerId;
