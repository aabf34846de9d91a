import { isAboveZero, money } from '../../format/money.ts';
import { percent } from '../../format/numbers.ts';
import { slimAgingBar } from '../../parts/aging-bar.ts';
import { flagChips, stageChip } from '../../parts/chips.ts';
import { meter } from '../../parts/meter.ts';
import { type Column, type Sort, table, under } from '../../parts/table.ts';
import type { CustomerRow } from '../../session/api.ts';
import { addressOf } from '../../shell/route.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

export const customersTable = (
  rows: readonly CustomerRow[],
  sort: Sort,
  onSort: (sort: Sort) => void,
  onManager: (name: string) => void,
): TemplateResult =>
  table<CustomerRow>({
    name: words().customers.title,
    columns: [who(onManager), ...amounts(), exposure(), budget(), stageColumn()],
    rows,
    sort,
    onSort,
  });

const who = (onManager: (name: string) => void): Column<CustomerRow> => ({
  title: words().customers.customer,
  key: 'name',
  isName: true,
  cell: ({ customerId, name, accountManager, flags, because, stage, daysPastDue }) => html`
    <a href=${addressOf('customers', customerId)}>${name}</a>
    <span class="under">${customerId} · ${
      accountManager === null
        ? words().customers.noManager
        : html`<button type="button" class="link" @click=${() => onManager(accountManager)}>${accountManager}</button>`
    }</span>
    ${stage === null ? nothing : html`<span class="narrow">${stageChip(stage, daysPastDue)}</span>`}
    ${flagChips(flags)}
    ${flags.includes('failed') ? html`<span lang="en">${under(because)}</span>` : nothing}`,
});

const amounts = (): Column<CustomerRow>[] => [
  {
    title: words().money.overdue,
    key: 'overdue',
    isNumber: true,
    cell: (row) =>
      html`${amount(row.overdue, row)}${
        isAboveZero(row.overdue) && row.daysPastDue > 0
          ? under(words().common.daysPastDue(row.daysPastDue))
          : nothing
      }`,
  },
  {
    title: words().money.open,
    key: 'open',
    isNumber: true,
    isWide: true,
    cell: (row) =>
      html`${amount(row.open, row)}${isAboveZero(row.open) ? slimAgingBar(row.aging) : nothing}`,
  },
];

const exposure = (): Column<CustomerRow> => ({
  title: words().money.exposure,
  key: 'exposure',
  isNumber: true,
  isWide: true,
  cell: (row) =>
    html`${amount(row.exposure, row)}${
      row.creditLimitPercent === null
        ? nothing
        : under(
            words().common.percentOf(percent(row.creditLimitPercent), words().customer.limitShort),
          )
    }`,
});

const budget = (): Column<CustomerRow> => ({
  title: words().customers.budgetUsed,
  key: 'budgetPercent',
  isNumber: true,
  isWide: true,
  cell: (row) =>
    row.budgetPercent === null
      ? words().common.nothing
      : html`${percent(row.budgetPercent)}${meter(row.budgetPercent)}`,
});

const stageColumn = (): Column<CustomerRow> => ({
  title: words().customers.stage,
  key: 'stage',
  isWide: true,
  cell: (row) => stageChip(row.stage, row.daysPastDue),
});

/** One who failed has no currency, and no amounts. */
const amount = (value: string | null, { currency }: CustomerRow): string =>
  value === null || currency === null ? words().common.nothing : money(value, currency);
