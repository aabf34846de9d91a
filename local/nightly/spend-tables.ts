import { ANOMALY_SHAPES } from '../../shared/evaluation/spend/anomaly-shape.ts';
import type { NightReport } from '../../shared/run/report/night-report.ts';
import { tableText } from './night-tables.ts';

/** What was spent beyond a threshold, or is heading there. A month still restated stands in it too. */
export function budgetTable({ budgets }: NightReport): string {
  const rows = budgets
    .filter(({ crossed, forecastTold }) => crossed !== null || forecastTold !== null)
    .toSorted((a, b) => (b.percent ?? 0) - (a.percent ?? 0))
    .map((each) => [
      each.name,
      each.month,
      `${each.spent} of ${each.budget} ${each.currency}`,
      `${each.percent} %`,
      each.crossed === null ? '' : `${each.crossed} % crossed`,
      each.forecast === null ? '' : `${each.forecast} (${each.low} to ${each.high})`,
      each.lastError === null ? '' : `${each.lastError} % off`,
    ]);
  return tableText(
    ['customer', 'month', 'spent', 'used', 'threshold', 'forecast', 'last month'],
    rows,
  );
}

/** Who has reached a threshold of the credit limit, the most of it used first. */
export function exposureTable({ exposure }: NightReport): string {
  const rows = exposure
    .filter(({ crossed }) => crossed !== null)
    .toSorted((a, b) => (b.percent ?? 0) - (a.percent ?? 0))
    .map(({ name, total, limit, currency, percent, overdue }) => [
      name,
      `${total} of ${limit} ${currency}`,
      `${percent} %`,
      `${overdue} overdue`,
    ]);
  return tableText(['customer', 'exposure', 'used', 'of it'], rows);
}

const SHAPES: readonly string[] = ANOMALY_SHAPES;

/** Spikes that are not over, what looks like mining first. */
export function anomalyTable({ anomalies }: NightReport): string {
  const spikes = anomalies.filter(({ kind }) => kind === 'anomaly');
  const unknown = anomalies.length - spikes.length;
  const rows = spikes
    .toSorted((a, b) => SHAPES.indexOf(a.shape ?? '') - SHAPES.indexOf(b.shape ?? ''))
    .map(({ name, startedOn, shape, because }) => [name, startedOn ?? '', shape ?? '', because]);
  const table = tableText(['customer', 'since', 'shape', 'because'], rows);
  if (unknown === 0) return table;
  const left = `${table === '' ? '' : '\n'} ${unknown} could not be judged: --json FILE says why`;
  return `${table}${left}`;
}

export const refundTable = ({ refunds }: NightReport): string =>
  tableText(
    ['customer', 'fraud from', 'request through', 'days left'],
    refunds.map(({ name, from, lastDay, daysLeft }) => [
      name,
      from,
      lastDay,
      daysLeft < 0 ? 'too late' : `${daysLeft}`,
    ]),
  );
