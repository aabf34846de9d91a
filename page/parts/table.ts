import { html, nothing, type TemplateResult } from '../vendor/lit-html.js';
import { words } from '../words/words.ts';

export type Sort = { readonly key: string; readonly order: 'ascending' | 'descending' };

export type Column<Row> = {
  readonly title: string;
  readonly cell: (row: Row) => TemplateResult | string;
  readonly isNumber?: boolean;
  /** Left out where the screen is narrow. */
  readonly isWide?: boolean;
  /** By what its title sorts; without one it does not. */
  readonly key?: string;
  /** Names start at A; everything else starts at the highest. */
  readonly isName?: boolean;
};

export type Table<Row> = {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
};

/** The first column names the row. A table wider than the screen scrolls in its own frame. */
export const table = <Row>({
  name,
  columns,
  rows,
  sort,
  onSort,
}: Table<Row>): TemplateResult => html`
  <div class="table" role="region" tabindex="0" aria-label=${words().common.table(name)}>
    <table>
      <caption class="unseen">${name}</caption>
      <thead>
        <tr>${columns.map((column) => heading(column, sort, onSort))}</tr>
      </thead>
      <tbody>${rows.map((row) => html`<tr>${columns.map((column, at) => cell(column, row, at))}</tr>`)}</tbody>
    </table>
  </div>`;

function heading<Row>(
  column: Column<Row>,
  sort: Sort | undefined,
  onSort: ((sort: Sort) => void) | undefined,
): TemplateResult {
  const { key, title, isName } = column;
  if (key === undefined || onSort === undefined)
    return html`<th scope="col" class=${classes(column)}>${title}</th>`;
  const order = sort?.key === key ? sort.order : undefined;
  const [first, second] = isName
    ? (['ascending', 'descending'] as const)
    : (['descending', 'ascending'] as const);
  const next = order === first ? second : first;
  return html`<th scope="col" class=${classes(column)} aria-sort=${order ?? 'none'}>
    <button type="button" class="sort" @click=${() => onSort({ key, order: next })}>${title}</button>
  </th>`;
}

const cell = <Row>(column: Column<Row>, row: Row, at: number): TemplateResult =>
  at === 0
    ? html`<th scope="row" class=${classes(column)}>${column.cell(row)}</th>`
    : html`<td class=${classes(column)}>${column.cell(row)}</td>`;

const classes = <Row>({ isNumber, isWide }: Column<Row>): string =>
  [isNumber ? 'right' : '', isWide ? 'wide' : ''].filter(Boolean).join(' ');

/** What stands below, smaller. */
export const under = (text: string | null | undefined): TemplateResult | typeof nothing =>
  text ? html`<span class="under">${text}</span>` : nothing;
