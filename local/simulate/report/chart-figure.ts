import { type Chart, peakOf } from './chart.ts';
import { type DataTable, dataTable, folded } from './data-table.ts';
import { drawChart, type Size } from './draw-chart.ts';
import { type Html, html } from './html.ts';

export type ChartFigure = {
  readonly title: string;
  readonly chart: Chart;
  /** What the chart shows in words, for who cannot see it. */
  readonly alternative: string;
  /** Its figures. */
  readonly table: Omit<DataTable, 'caption' | 'figuresFrom'>;
};

/** Drawn for a desk and for a phone, as text does not shrink; styles show one of them. */
const SIZES: readonly (Size & { readonly name: string })[] = [
  { name: 'wide', width: 560, height: 280 },
  { name: 'narrow', width: 330, height: 240 },
];

/** A chart under its title, with its legend, its words and its figures. */
export const chartFigure = ({ title, chart, alternative, table }: ChartFigure): Html =>
  html`<figure>
<figcaption>${title}</figcaption>
${
  peakOf(chart) === 0
    ? html`<p class="empty">Nothing to draw: every figure is zero.</p>`
    : html`<div role="img" aria-label="${title}. ${alternative}">${SIZES.map(
        ({ name, ...size }) => html`<div class="${name}">${drawChart(chart, size)}</div>`,
      )}</div>`
}
${chart.kind !== 'stack' && chart.series.length < 2 ? html`` : legend(chart)}
${folded('The figures', dataTable({ ...table, caption: title, figuresFrom: 1 }))}
</figure>`;

const legend = ({ series }: Chart): Html =>
  html`<ul class="legend">${series.map(
    ({ name, color }) =>
      html`<li><span class="swatch" style="background:${color}"></span><bdi>${name}</bdi></li>`,
  )}</ul>`;
