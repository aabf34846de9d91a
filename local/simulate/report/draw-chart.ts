import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart, Series } from './chart.ts';
import { type Html, markupOf } from './html.ts';
import { labelledPoints } from './labelled-points.ts';

use([BarChart, GridComponent, LineChart, SVGRenderer]);

export type Size = { readonly width: number; readonly height: number };

/** So few points that bars say more than areas, and dots help a line. */
const FEW_POINTS = 16;
/** No line at all. */
const ONE_POINT = 1;
const LABEL_CHARACTERS_WIDTH = 78;
const INK = 'var(--muted)';
const LINE = { lineStyle: { color: 'var(--line)' } };

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** The chart as SVG of one size, in the colours of the page around it. Its words are not in it. */
export function drawChart(chart: Chart, { width, height }: Size): Html {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption({
      animation: false,
      grid: { left: 4, right: 12, top: 12, bottom: 4, outerBoundsMode: 'same' },
      xAxis: xAxis(chart, Math.floor(width / LABEL_CHARACTERS_WIDTH)),
      yAxis: yAxis(chart),
      series: chart.series.map((series) => drawn(series, chart)),
    });
    return markupOf(plainSvg(drawing.renderToSVGString({ useViewBox: true })));
  } finally {
    drawing.dispose();
  }
}

function xAxis({ labels }: Chart, most: number) {
  const shown = labelledPoints(labels, most);
  return {
    type: 'category' as const,
    data: [...labels],
    axisLabel: {
      color: INK,
      interval: (at: number) => shown.has(at),
      formatter: (label: string, at: number) => shown.get(at) ?? label,
    },
    axisLine: LINE,
    axisTick: { show: false },
  };
}

const yAxis = ({ max, isWhole }: Chart) => ({
  type: 'value' as const,
  max: max === undefined || max <= 0 ? undefined : max,
  minInterval: isWhole ? 1 : 0,
  axisLabel: {
    color: INK,
    formatter: (value: number) => compact.format(value),
    showMaxLabel: true,
  },
  splitLine: LINE,
});

function drawn({ color, values, isDashed }: Series, { kind, labels }: Chart) {
  const isFew = labels.length <= FEW_POINTS;
  const rest = { data: [...values], silent: true, ...(kind === 'stack' ? { stack: 'all' } : {}) };
  const isBars = kind === 'bars' || labels.length === ONE_POINT || (kind === 'stack' && isFew);
  if (isBars)
    return { ...rest, type: 'bar' as const, itemStyle: { color }, barMaxWidth: 48, barGap: '0%' };
  return {
    ...rest,
    type: 'line' as const,
    showSymbol: isFew,
    symbol: 'circle',
    itemStyle: { color },
    lineStyle:
      kind === 'stack'
        ? { width: 0, color }
        : { width: 2, color, type: isDashed ? ('dashed' as const) : ('solid' as const) },
    ...(kind === 'stack' ? { areaStyle: { color, opacity: 1 } } : {}),
  };
}

/** Without what only a script or a pointer would look at, and without a fixed size. */
const plainSvg = (svg: string): string =>
  svg
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(/^<svg width="[^"]*" height="[^"]*"/, '<svg aria-hidden="true" focusable="false"');
