import { money, shareOf } from '../../format/money.ts';
import { percent } from '../../format/numbers.ts';
import { stageChip } from '../../parts/chips.ts';
import { lengthBar } from '../../parts/meter.ts';
import { table, under } from '../../parts/table.ts';
import type { CustomerRow } from '../../session/api.ts';
import { addressOf } from '../../shell/route.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

const SHOWN = 8;

/** Who there is most to lose from. */
export const exposureCard = (
  rows: readonly CustomerRow[],
  currency: string,
): TemplateResult => html`
  <section class="card">
    <header><h2>${words().portfolio.topExposure}</h2></header>
    ${
      rows.length === 0
        ? html`<p class="muted">${words().portfolio.nobodyExposed}</p>`
        : ranking(rows.slice(0, SHOWN), currency)
    }
  </section>`;

const ofLimit = (used: number): string =>
  words().common.percentOf(percent(used), words().customer.limitShort);

const ranking = (rows: readonly CustomerRow[], currency: string): TemplateResult => {
  const highest = rows[0]?.exposure ?? '0';
  const { portfolio, customers, money: moneyWords } = words();
  return table<CustomerRow>({
    name: portfolio.topExposure,
    rows,
    columns: [
      {
        title: customers.customer,
        cell: ({ customerId, name, accountManager, stage, daysPastDue }) => html`
          <a href=${addressOf('customers', customerId)}>${name}</a>${under(accountManager)}
          ${stage === null ? nothing : html`<span class="narrow">${stageChip(stage, daysPastDue)}</span>`}`,
      },
      {
        title: portfolio.stage,
        isWide: true,
        cell: ({ stage, daysPastDue }) => stageChip(stage, daysPastDue),
      },
      {
        title: moneyWords.exposure,
        isNumber: true,
        cell: ({ exposure, creditLimitPercent }) => html`
          ${money(exposure ?? '0', currency)}${lengthBar(shareOf(exposure ?? '0', highest))}
          ${creditLimitPercent === null ? nothing : under(ofLimit(creditLimitPercent))}`,
      },
    ],
  });
};
