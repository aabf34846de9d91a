import { money } from '../../format/money.ts';
import { count } from '../../format/numbers.ts';
import { stageChange } from '../../parts/chips.ts';
import { table, under } from '../../parts/table.ts';
import type { Portfolio } from '../../session/api.ts';
import { addressOf } from '../../shell/route.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

export type Movement = Portfolio['movements'][number];

/** Whose stage changed in the night, and why. */
export const movementsCard = (
  movements: readonly Movement[],
  listed: number,
  moved: number,
): TemplateResult => html`
  <section class="card">
    <header>
      <h2>${words().portfolio.movements}</h2>
      ${
        listed < moved
          ? html`<p class="muted small">${words().portfolio.movementsShown(count(listed), count(moved))}</p>`
          : nothing
      }
    </header>
    ${
      movements.length === 0
        ? html`<p class="muted">${words().portfolio.noMovements}</p>`
        : movementsTable(words().portfolio.movements, movements)
    }
  </section>`;

export const movementsTable = (name: string, movements: readonly Movement[]): TemplateResult =>
  table<Movement>({
    name,
    rows: movements,
    columns: [
      {
        title: words().customers.customer,
        cell: ({ customerId, name: customer }) =>
          html`<a href=${addressOf('customers', customerId)}>${customer}</a>`,
      },
      {
        title: words().portfolio.change,
        cell: ({ from, to, overdue, currency }) => html`
          ${stageChange(from, to)}<span class="narrow">${under(money(overdue, currency))}</span>`,
      },
      {
        title: words().portfolio.why,
        isWide: true,
        cell: ({ because, language }) =>
          html`<span class="muted" lang=${language}>${because}</span>`,
      },
      {
        title: words().money.overdue,
        isNumber: true,
        isWide: true,
        cell: ({ overdue, currency }) => money(overdue, currency),
      },
    ],
  });
