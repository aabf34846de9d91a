import { anomalyOn } from '../../../shared/evaluation/spend/anomaly-on.ts';
import { type DailySeries, isKnown } from '../../../shared/evaluation/spend/daily-series.ts';
import { watchSpend } from '../../../shared/evaluation/spend/watch-spend.ts';
import { dayOfNumber } from '../../../shared/ledger/calendar-date.ts';
import { ANOMALY_DEFAULTS } from '../../evaluation/spend/anomaly-defaults.ts';
import { atMost, type Figure, shown } from '../figure.ts';
import type { CostData, Half } from './cost-data.ts';
import { randomFrom } from './random.ts';

const SEEDS = [1, 2, 3, 4, 5];
const TRIALS_PER_SEED = 400;
/** Before it no rule knows a habit. */
const FIRST_JUDGED_AFTER_DAYS = 28;

type Injection = { readonly what: string; readonly times: number; readonly days: number };
type Stretch = { readonly series: DailySeries; readonly from: number; readonly to: number };

export function anomalyFigures(data: CostData): readonly Figure[] {
  return [
    injectionFigure(data, { what: 'six-fold for five days', times: 6, days: 5 }, 99),
    injectionFigure(data, { what: 'two-fold for one day', times: 2, days: 1 }, 93),
    ...episodeFigures(data),
  ];
}

function injectionFigure(data: CostData, injection: Injection, least: number): Figure {
  const judged = SEEDS.map((seed) => foundPercent(stretches(data, 'judging'), injection, seed));
  const tuned = SEEDS.map((seed) => foundPercent(stretches(data, 'tuning'), injection, seed));
  const found = mean(judged);
  return {
    what: `${injection.what}, found on its first day`,
    measured: `${found.toFixed(1)} % (seeds ${SEEDS.join(' ')}, ${TRIALS_PER_SEED} each, worst ${Math.min(...judged).toFixed(1)}; tuning half ${mean(tuned).toFixed(1)})`,
    wanted: `at least ${least} %`,
    isMet: found >= least,
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

/** The days of each series that belong to a half and have a habit before them. */
function stretches({ all, judgedFrom }: CostData, half: Half): readonly Stretch[] {
  return all.flatMap(({ series }) => {
    const first = series.firstDay + FIRST_JUDGED_AFTER_DAYS;
    const end = series.firstDay + series.amounts.length;
    const [from, to] =
      half === 'tuning' ? [first, Math.min(judgedFrom, end)] : [Math.max(first, judgedFrom), end];
    return from < to ? [{ series, from, to }] : [];
  });
}

function foundPercent(within: readonly Stretch[], injection: Injection, seed: number): number {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  let [trials, found] = [0, 0];
  while (trials < TRIALS_PER_SEED) {
    const stretch = within[below(within.length)];
    if (stretch === undefined) break;
    const day = stretch.from + below(stretch.to - stretch.from - injection.days + 1);
    if (!isKnown(stretch.series.amounts[day - stretch.series.firstDay])) continue;
    trials += 1;
    const series = injected(stretch.series, day, injection);
    if (anomalyOn(series, dayOfNumber(day), ANOMALY_DEFAULTS).kind === 'anomaly') found += 1;
  }
  return (100 * found) / trials;
}

function injected(series: DailySeries, day: number, { times, days }: Injection): DailySeries {
  const at = day - series.firstDay;
  const amounts = series.amounts.map((amount, index) =>
    index >= at && index < at + days ? amount * times : amount,
  );
  return { ...series, amounts };
}

/** Every alert counts: episodes that start, and episodes told again because they grew. */
function episodeFigures(data: CostData): readonly Figure[] {
  const judged = alertsPerMonth(stretches(data, 'judging'));
  const tuned = alertsPerMonth(stretches(data, 'tuning'));
  const usual = usualRulePerMonth(stretches(data, 'judging'));
  return [
    atMost('alerts per customer and 30 days on untouched data', judged.rate, 0.44, {
      note: `${judged.alerts} in ${judged.months.toFixed(0)} customer-months; tuning half ${tuned.rate.toFixed(2)}`,
    }),
    shown('  the usual rule, 30 % above the mean of 7 days', usual.toFixed(2)),
  ];
}

function alertsPerMonth(within: readonly Stretch[]): {
  readonly alerts: number;
  readonly months: number;
  readonly rate: number;
} {
  let [alerts, days] = [0, 0];
  for (const { series, from, to } of within) {
    let watch: Parameters<typeof watchSpend>[2];
    for (let day = from; day < to; day++) {
      const amounts = series.amounts.slice(0, day - series.firstDay + 1);
      const night = watchSpend([], { ...series, amounts }, watch, ANOMALY_DEFAULTS);
      alerts += night.findings.filter(({ kind }) => kind === 'anomaly').length;
      watch = night.watch;
    }
    days += to - from;
  }
  return { alerts, months: days / 30, rate: (30 * alerts) / days };
}

function usualRulePerMonth(within: readonly Stretch[]): number {
  let [events, days] = [0, 0];
  for (const { series, from, to } of within) {
    let wasAbove = false;
    for (let day = from; day < to; day++) {
      const at = day - series.firstDay;
      const week = series.amounts.slice(at - 7, at).filter(isKnown);
      const mean = week.reduce((sum, each) => sum + each, 0) / week.length;
      const isAbove = (series.amounts[at] ?? 0) > 1.3 * mean;
      if (isAbove && !wasAbove) events += 1;
      wasAbove = isAbove;
    }
    days += to - from;
  }
  return (30 * events) / days;
}
