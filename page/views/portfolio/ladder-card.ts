import { money } from '../../format/money.ts';
import { count } from '../../format/numbers.ts';
import { stageName } from '../../parts/chips.ts';
import { table } from '../../parts/table.ts';
import type { Portfolio } from '../../session/api.ts';
import { html, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { customersAt } from '../customers/filter.ts';

type Rung = Portfolio['ladder'][number];

/** How many stand on each stage, for how much, and who came and went. */
export const ladderCard = (rungs: readonly Rung[]): TemplateResult => html`
  <section class="card">
    <header><h2>${words().stages.title}</h2></header>
    ${rungs.length === 0 ? html`<p class="muted">${words().portfolio.nobodyOnStage}</p>` : ladder(rungs)}
  </section>`;

const ladder = (rungs: readonly Rung[]): TemplateResult => {
  const { portfolio, runs, money: moneyWords, stages } = words();
  return table<Rung>({
    name: stages.title,
    rows: rungs,
    columns: [
      {
        title: portfolio.stage,
        cell: ({ stage, currency }) =>
          html`<a href=${customersAt({ stage, currency })}>${stageName(stage)}</a>`,
      },
      { title: runs.customers, cell: ({ customers }) => count(customers), isNumber: true },
      {
        title: moneyWords.overdue,
        cell: ({ overdue, currency }) => money(overdue, currency),
        isNumber: true,
      },
      {
        title: portfolio.entered,
        cell: ({ entered }) => change('+', entered),
        isNumber: true,
        isWide: true,
      },
      {
        title: portfolio.left,
        cell: ({ left }) => change('−', left),
        isNumber: true,
        isWide: true,
      },
    ],
  });
};

const change = (sign: string, customers: number): string =>
  customers === 0 ? words().common.nothing : `${sign}${count(customers)}`;
