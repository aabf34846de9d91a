import { shortDay } from '../../format/days.ts';
import { money } from '../../format/money.ts';
import { chip, stageChip } from '../../parts/chips.ts';
import { type Column, table, under } from '../../parts/table.ts';
import type { Customer } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

type Invoice = Customer['invoices'][number];

/** What is open, the oldest first. */
export const invoicesCard = ({ invoices }: Customer): TemplateResult => html`
  <section class="card">
    <header><h2>${words().customer.invoices}</h2></header>
    ${
      invoices.length === 0
        ? html`<p class="muted">${words().customer.noInvoices}</p>`
        : invoicesTable(invoices.toSorted((a, b) => b.daysPastDue - a.daysPastDue))
    }
  </section>`;

const invoicesTable = (rows: readonly Invoice[]): TemplateResult => {
  const { customer, money: moneyWords } = words();
  return table<Invoice>({
    name: customer.invoices,
    rows,
    columns: [
      {
        title: customer.invoice,
        cell: ({ invoiceId, isDisputed, issuedOn }) => html`
          <span class="id">${invoiceId}</span>
          ${under(`${customer.issuedOn} ${shortDay(issuedOn)}`)}
          ${isDisputed ? chip(customer.disputed, 'warn') : nothing}`,
      },
      {
        title: customer.dueOn,
        cell: ({ dueOn, daysPastDue }) => html`
          <span class="number">${shortDay(dueOn)}</span>${under(ageText(daysPastDue))}`,
      },
      {
        title: moneyWords.open,
        isNumber: true,
        cell: ({ open, amount, currency }) =>
          html`${money(open, currency)}${
            open === amount ? nothing : under(words().common.of('', money(amount, currency)).trim())
          }`,
      },
      ...(rows.some(({ stage }) => stage !== null) ? [stageColumn()] : []),
    ],
  });
};

/** Only where each invoice climbs by itself. */
const stageColumn = (): Column<Invoice> => ({
  title: words().customer.stage,
  isWide: true,
  cell: ({ stage, daysPastDue }) => stageChip(stage, daysPastDue),
});

function ageText(daysPastDue: number): string {
  const { common } = words();
  if (daysPastDue === 0) return common.dueToday;
  return daysPastDue > 0 ? common.daysPastDue(daysPastDue) : common.dueIn(-daysPastDue);
}
