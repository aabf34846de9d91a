import { type Html, html } from './html.ts';

export type Cell = Html | string;

export type DataTable = {
  readonly caption: string;
  /** Of the first column too, whose cells name their rows. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** From this column on, figures. */
  readonly figuresFrom: number;
  /** From this column on, words again. */
  readonly wordsFrom?: number;
};

/** A table that a screen reader can walk and a phone can scroll. */
export const dataTable = ({ caption, columns, rows, ...align }: DataTable): Html =>
  html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((name, at) => html`<th scope="col"${alignOf(at, align)}>${name}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((cell, at) => tableCell(cell, at, align))}</tr>\n`)}</tbody>
</table></div>`;

/** Out of sight until asked for; what was asked for is printed too. */
export const folded = (summary: string, content: Html): Html =>
  html`<details><summary>${summary}</summary>${content}</details>`;

type Align = Pick<DataTable, 'figuresFrom' | 'wordsFrom'>;

const tableCell = (cell: Cell, at: number, align: Align): Html => {
  if (at === 0) return html`<th scope="row">${cell}</th>`;
  if (cell === '0' && isFigure(at, align)) return html`<td class="figure none">0</td>`;
  return html`<td${alignOf(at, align)}>${cell}</td>`;
};

const alignOf = (at: number, align: Align): Html =>
  isFigure(at, align) ? html` class="figure"` : html``;

const isFigure = (
  at: number,
  { figuresFrom, wordsFrom = Number.POSITIVE_INFINITY }: Align,
): boolean => at >= figuresFrom && at < wordsFrom;
