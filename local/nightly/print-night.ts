import { count, figure } from '../../shared/decisions/count-text.ts';
import type { NightReport } from '../../shared/run/report/night-report.ts';
import { emailText } from './email-text.ts';
import { metricsText } from './metrics-text.ts';
import {
  agingTable,
  dunningTable,
  failureTable,
  findingTable,
  rejectTable,
  sourceTable,
  unownedTable,
} from './night-tables.ts';
import { anomalyTable, budgetTable, exposureTable, refundTable } from './spend-tables.ts';

/**
 * The night on one screen: what was read, who owes what, what was decided, what was said and where
 * that is. Lines are cut to `columns`, the width of the terminal, if that is known.
 */
export function nightText(
  report: NightReport,
  where: string,
  policyName: string,
  columns = Number.POSITIVE_INFINITY,
): string {
  const { run } = report;
  const because = run.because === undefined ? '' : `: ${run.because}`;
  return [
    `${policyName}: the night of ${run.asOf} ${run.status}${run.dryRun ? ' (dry run: nothing changed, nothing sent)' : ''}${because}`,
    readText(report),
    ...(run.holdStages === undefined ? [] : [`No stage moved tonight because ${run.holdStages}.`]),
    section('Sources', sourceTable(report)),
    section('Receivables by days past due', agingTable(report)),
    section(
      `Dunning: ${report.dunning.length} moved, ${report.stages.length} on a stage`,
      dunningTable(report),
    ),
    section('Receivables metrics', metricsText(report.metrics)),
    section('Anomalies of spend', anomalyTable(report)),
    section('Exposure near the credit limit', exposureTable(report)),
    section('Budgets crossed, or forecast to be', budgetTable(report)),
    section('Credit requests for fraud', refundTable(report)),
    section('Spend nobody owns', unownedTable(report)),
    section('Findings', findingTable(report)),
    section('Failed', failureTable(report)),
    section(`Rows not read: ${report.rejected.length}`, rejectTable(report)),
    emailText(report.emails, where),
  ]
    .filter((part) => part !== '')
    .join('\n')
    .split('\n')
    .map((line) => (line.length > columns ? `${line.slice(0, columns - 1)}…` : line))
    .join('\n');
}

function readText({ totals }: NightReport): string {
  if (totals === undefined) return '';
  const { customers, evaluated, failed, invoices, payments, spendRows, rejected, duplicates } =
    totals;
  const read = [
    count(invoices, 'invoice'),
    count(payments, 'payment'),
    count(spendRows, 'spend row'),
  ];
  return `${count(customers, 'customer')} (${figure(evaluated)} evaluated, ${figure(failed)} failed), ${read.join(', ')}; ${figure(rejected)} rejected, ${figure(duplicates)} duplicate`;
}

const section = (title: string, table: string): string =>
  table === '' ? '' : `\n${title}\n${table}`;
