import { money } from '../../format/money.ts';
import { percent } from '../../format/numbers.ts';
import { meter } from '../../parts/meter.ts';
import type { Customer } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

type Exposure = Customer['exposure'][number];

/** What there is to lose: its four parts, and how much of the limit they are. */
export const exposureCard = (exposures: readonly Exposure[]): TemplateResult | typeof nothing =>
  exposures.length === 0
    ? nothing
    : html`<section class="card">
        <header><h2>${words().customer.exposure}</h2></header>
        ${exposures.map(parts)}
      </section>`;

const parts = ({ currency, ...amounts }: Exposure): TemplateResult => {
  const { customer, money: moneyWords } = words();
  const row = (name: string, amount: string, classes = ''): TemplateResult => html`
    <div class=${classes}><dt>${name}</dt><dd class="number">${money(amount, currency)}</dd></div>`;
  return html`<div>
    <dl class="sum">
      ${row(customer.exposureOverdue, amounts.overdue)} ${row(customer.exposureNotDue, amounts.notDue)}
      ${row(customer.exposureUninvoiced, amounts.uninvoiced)}
      ${row(customer.exposureRemainder, amounts.forecastRemainder)}
      ${row(moneyWords.exposure, amounts.total, 'total')}
    </dl>
    ${ofLimit(amounts.percent, amounts.limit, currency)}
  </div>`;
};

const ofLimit = (used: number | null, limit: string | null, currency: string): TemplateResult =>
  used === null || limit === null
    ? html`<p class="muted small">${words().customer.noLimit}</p>`
    : html`<p class="muted small">${words().customer.exposureOf(percent(used), money(limit, currency))}</p>
        ${meter(used)}`;
