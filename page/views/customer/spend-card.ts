import { monthOf, shortDay } from '../../format/days.ts';
import { money } from '../../format/money.ts';
import { percent } from '../../format/numbers.ts';
import { meter } from '../../parts/meter.ts';
import { table } from '../../parts/table.ts';
import type { Customer } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { removeBudgetForm, setBudget } from './budget-form.ts';
import type { Desk } from './customer.ts';
import './spend-chart.ts';
import { type SpendDay, spendSeries } from './spend-series.ts';

type Spend = Customer['spend'][number];

/** What each day cost, what the month has come to, and where it will end, in each currency. */
export const spendCard = (seen: Customer, desk: Desk): TemplateResult => {
  const currencies = new Set(
    [...seen.spend, ...seen.budgets, ...seen.budgetEntries].map(({ currency }) => currency),
  );
  const known = [...currencies];
  return html`${known.length === 0 ? noSpend(seen, desk) : known.map((each) => inCurrency(each, seen, desk))}`;
};

const noSpend = (seen: Customer, desk: Desk): TemplateResult => html`
  <section class="card">
    <header><h2>${words().customer.spend}</h2>${budgetButton(seen.customer.currency, seen, desk)}</header>
    <p class="muted">${words().customer.noSpend}</p>
  </section>`;

const inCurrency = (currency: string, seen: Customer, desk: Desk): TemplateResult => {
  const spend = seen.spend.find((each) => each.currency === currency);
  const budgets = seen.budgets.filter((each) => each.currency === currency);
  const isOne = seen.spend.length < 2;
  return html`<section class="card">
    <header>
      <h2>${words().customer.spend}${isOne ? nothing : html`, ${currency}`}</h2>
      ${budgetButton(currency, seen, desk)}
    </header>
    ${budgets.map(month)}
    ${seen.budgetEntries.filter((each) => each.currency === currency).map((each) => entered(each, seen, desk))}
    ${spend === undefined ? nothing : chart(spend, budgets.at(-1))}
  </section>`;
};

const budgetButton = (
  currency: string,
  seen: Customer,
  desk: Desk,
): TemplateResult | typeof nothing =>
  desk.canControl
    ? html`<button type="button" class="button quiet" @click=${() => setBudget(currency, seen, desk)}>
        ${words().customer.setBudget}
      </button>`
    : nothing;

type Entry = Customer['budgetEntries'][number];

/** What a person entered stands before the sources, so one has to see it to understand the month. */
const entered = (entry: Entry, seen: Customer, desk: Desk): TemplateResult => {
  const { customer, forms } = words();
  const from = entry.from === null ? '' : `, ${customer.from(monthOf(entry.from))}`;
  return html`<div class="line-head">
    <span class="muted small">
      ${customer.budgetEntered(money(entry.amount, entry.currency), entry.by)}${from}${
        entry.reason === null ? nothing : html`: ${entry.reason}`
      }
    </span>
    ${
      desk.canControl
        ? html`<button
            type="button"
            class="button quiet"
            @click=${() => removeBudgetForm(entry, seen, desk)}
          >
            ${forms.remove}<span class="unseen"> ${forms.budgetRemoveTitle(entry.currency)}</span>
          </button>`
        : nothing
    }
  </div>`;
};

type Budget = Customer['budgets'][number];

const month = (each: Budget): TemplateResult => {
  const { customer, money: moneyWords, common } = words();
  const amount = (value: string): string => money(value, each.currency);
  return html`<div>
    <p>
      <strong>${monthOf(each.month)}:</strong> ${common.of(amount(each.spent), amount(each.budget))}
      ${each.percent === null ? nothing : html`<span class="muted">(${percent(each.percent)})</span>`}
    </p>
    ${each.percent === null ? nothing : meter(each.percent)}
    ${
      each.forecast === null
        ? nothing
        : html`<p class="muted small">
            ${moneyWords.forecast}: ${amount(each.forecast)}${
              each.low === null || each.high === null
                ? nothing
                : html`, ${customer.forecastRange(amount(each.low), amount(each.high))}`
            }
          </p>`
    }
  </div>`;
};

const chart = ({ currency, days }: Spend, budget: Budget | undefined): TemplateResult => {
  const series = spendSeries(days, budget);
  const { customer } = words();
  return html`<figure class="chart">
    <spend-chart .spend=${{ ...series, currency }}></spend-chart>
    <figcaption class="muted small">${customer.spendChart(currency)}</figcaption>
    <details>
      <summary>${customer.spendTable}</summary>
      ${table<SpendDay>({
        name: customer.spend,
        rows: series.days.toReversed().filter(({ amount }) => amount !== null),
        columns: [
          { title: customer.day, cell: ({ date }) => shortDay(date) },
          {
            title: customer.daySpend,
            isNumber: true,
            cell: ({ amount }) => money(amount ?? '0', currency),
          },
          {
            title: customer.monthSum,
            isNumber: true,
            cell: ({ monthToDate }) => money(monthToDate.toFixed(series.decimals), currency),
          },
        ],
      })}
    </details>
  </figure>`;
};
