import type { MetricParts } from '../../../shared/evaluation/metric-parts.ts';
import { METRIC_TERMS, type Metric, metricsOf } from '../../../shared/evaluation/metrics.ts';
import type { CurrencyCode } from '../../../shared/ledger/money.ts';
import type { MeasuredCourse } from '../measured-course.ts';
import type { Replayed } from '../replayed.ts';
import { chartFigure } from './chart-figure.ts';
import { dataTable } from './data-table.ts';
import { type Html, html } from './html.ts';
import { seriesWords } from './series-words.ts';

/** Those that tell a trend, in the order of their lines. */
const DRAWN: readonly {
  readonly name: string;
  readonly color: string;
  readonly isDashed?: boolean;
}[] = [
  { name: 'DSO', color: 'var(--open)' },
  { name: 'average days delinquent', color: 'var(--overdue)' },
  { name: 'best possible DSO', color: 'var(--b)', isDashed: true },
];

/** How well receivables turn into money, each metric with how it is worked out. */
export function metricsSection({ days, simulation: { measured } }: Replayed): Html {
  const last = [...measured.values()].at(-1) ?? new Map<CurrencyCode, MetricParts>();
  const currencies = [...last.keys()].sort();
  if (currencies.length === 0) return html``;
  return html`<section><h2>Metrics</h2>
<p>${METRIC_TERMS} They say what is owed and paid, which no replay changes.</p>
${metricsTable(last, currencies, `${days.at(-1)}`)}
${measured.size < 2 ? html`` : html`<div class="charts">${currencies.map((each) => trend(measured, each))}</div>`}</section>`;
}

function metricsTable(
  parts: ReadonlyMap<CurrencyCode, MetricParts>,
  currencies: readonly CurrencyCode[],
  day: string,
): Html {
  const columns = currencies.map((currency) => metricsIn(parts, currency));
  return dataTable({
    caption: `On ${day}`,
    columns: ['metric', ...currencies, 'definition'],
    rows: (columns[0] ?? []).map(({ name, definition }, row) => [
      name,
      ...columns.map((metrics) => metricText(metrics[row])),
      html`<span class="definition">${definition}</span>`,
    ]),
    figuresFrom: 1,
    wordsFrom: currencies.length + 1,
  });
}

function trend(measured: MeasuredCourse, currency: CurrencyCode): Html {
  const nights = [...measured].map(([day, parts]) => ({
    day,
    metrics: metricsIn(parts, currency),
  }));
  const labels = nights.map(({ day }) => day);
  const values = (name: string): number[] =>
    nights.map(({ metrics }) => metrics.find((each) => each.name === name)?.value ?? 0);
  const inDays = (days: number): string => `${days.toFixed(1)} days`;
  return chartFigure({
    title: `Days sales outstanding, ${currency}`,
    chart: {
      kind: 'lines',
      labels,
      series: DRAWN.map((line) => ({ ...line, values: values(line.name) })),
    },
    alternative: DRAWN.map(({ name }) => seriesWords(name, labels, values(name), inDays)).join(' '),
    table: {
      columns: ['night', ...DRAWN.map(({ name }) => name)],
      rows: nights.map(({ day, metrics }) => [
        day,
        ...DRAWN.map(({ name }) => metricText(metrics.find((each) => each.name === name))),
      ]),
    },
  });
}

const metricsIn = (
  parts: ReadonlyMap<CurrencyCode, MetricParts>,
  currency: CurrencyCode,
): readonly Metric[] => {
  const of = parts.get(currency);
  return of === undefined ? [] : metricsOf(of);
};

const metricText = (metric: Metric | undefined): string =>
  metric?.value === undefined ? 'none' : `${metric.value.toFixed(1)} ${metric.unit}`;
