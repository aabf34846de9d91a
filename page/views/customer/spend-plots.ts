import { dayAndMonth, shortDay } from '../../format/days.ts';
import { money, roundMoney } from '../../format/money.ts';
import type uPlot from '../../vendor/uplot.js';
import { words } from '../../words/words.ts';
import { type ChartColors, chartColors } from './chart-colors.ts';
import type { SpendSeries } from './spend-series.ts';

export type ShownSpend = SpendSeries & { readonly currency: string };

type Plotted = { readonly options: uPlot.Options; readonly data: uPlot.AlignedData };
type Plot = (library: typeof uPlot, spend: ShownSpend, element: HTMLElement) => Plotted;

const LINE = { width: 2, points: { show: false } };
const NARROWEST = 240;

/** The running sum of each month, its budget, and the way to where it should end. */
export const monthsPlot: Plot = (_, spend, element) => {
  const { days, budget, forecast } = spend;
  const { customer, money: moneyWords } = words();
  const colors = chartColors(element);
  const amount = amountOf(spend);
  const shown = (_: uPlot, value: number | null): string => amount(value);
  return {
    options: {
      ...frame(spend, element, 230, colors),
      series: [
        { label: words().customer.day, value: dayValue },
        {
          label: customer.monthSum,
          stroke: colors.accent,
          fill: colors.soft,
          ...LINE,
          value: shown,
        },
        { label: moneyWords.budget, stroke: colors.bad, ...LINE, dash: [6, 4], value: shown },
        {
          label: moneyWords.forecast,
          stroke: colors.accent,
          ...LINE,
          dash: [3, 3],
          spanGaps: true,
          // Its line only leads there: what it forecasts is where that ends.
          value: forecast === undefined ? shown : () => amount(forecast.amount),
        },
      ],
    },
    data: [
      timesOf(spend),
      [...days.map(({ monthToDate }) => monthToDate), ...rest(spend)],
      [...days, ...rest(spend)].map(() => budget ?? null),
      forecast === undefined ? days.map(() => null) : [...wayFrom(spend), forecast.amount],
    ],
  };
};

/** What each day cost. */
export const daysPlot: Plot = (library, spend, element) => {
  const colors = chartColors(element);
  const bars = library.paths.bars?.({ size: [0.7, 14] });
  const amounts = spend.days.map(({ amount }) => (amount === null ? null : Number(amount)));
  return {
    options: {
      ...frame(spend, element, 140, colors),
      series: [
        { label: words().customer.day, value: dayValue },
        {
          label: words().customer.daySpend,
          stroke: colors.accent,
          fill: colors.accent,
          points: { show: false },
          ...(bars && { paths: bars }),
          value: (_, value: number | null) => amountOf(spend)(value),
        },
      ],
    },
    data: [timesOf(spend), [...amounts, ...rest(spend)]],
  };
};

/** Both charts end with the month, where a forecast leads there. */
const timesOf = ({ days, forecast }: ShownSpend): number[] =>
  [...days.map(({ date }) => date), ...(forecast === undefined ? [] : [forecast.to])].map(
    (day) => Date.parse(day) / 1000,
  );

const rest = ({ forecast }: ShownSpend): null[] => (forecast === undefined ? [] : [null]);

const wayFrom = ({ days, forecast }: ShownSpend): (number | null)[] =>
  days.map(({ date, monthToDate }) => (date === forecast?.from ? monthToDate : null));

const dayOf = (time: number): string => new Date(time * 1000).toISOString().slice(0, 10);

const dayValue = (_: uPlot, time: number | null): string =>
  time === null ? words().common.nothing : shortDay(dayOf(time));

const amountOf =
  ({ currency, decimals }: ShownSpend) =>
  (value: number | null): string =>
    value === null ? words().common.nothing : roundMoney(value.toFixed(decimals), currency);

/** The marks of an axis are alike: all with decimals, or none. */
const marksOf =
  ({ currency, decimals }: ShownSpend) =>
  (_: uPlot, amounts: number[]): string[] => {
    const shown = amounts.every(Number.isInteger) ? 0 : decimals;
    return amounts.map((amount) => money(amount.toFixed(shown), currency));
  };

function frame(spend: ShownSpend, element: HTMLElement, height: number, colors: ChartColors) {
  return {
    width: Math.max(element.clientWidth, NARROWEST),
    height,
    cursor: { sync: { key: 'spend' }, drag: { x: false, y: false } },
    hooks: { ready: [lastKnown(spend)], setLegend: [lastKnown(spend)] },
    scales: { y: { range: fromZero } },
    axes: [
      {
        stroke: colors.muted,
        grid: { show: false },
        ticks: { stroke: colors.line },
        values: (_: uPlot, times: number[]) => times.map((time) => dayAndMonth(dayOf(time))),
      },
      {
        stroke: colors.muted,
        grid: { stroke: colors.line, width: 1 },
        ticks: { show: false },
        size: 76,
        values: marksOf(spend),
      },
    ],
  };
}

/** Where nobody points, the legend tells of the last day that is known. */
const lastKnown =
  ({ days }: ShownSpend) =>
  (chart: uPlot): void => {
    if (typeof chart.legend.idx !== 'number') chart.setLegend({ idx: days.length - 1 }, false);
  };

const fromZero = (_: uPlot, _least: number, most: number): [number, number] => [
  0,
  most > 0 ? most * 1.08 : 1,
];
