import Table from 'cli-table3';
import type { NightReport } from '../../shared/run/night-report.ts';
import { metricsText } from './metrics-text.ts';
import { sumDecimals } from './sum-decimals.ts';

const ROWS_SHOWN = 14;

/** The night on one screen: what was read, who owes what, what was decided, what was said. */
export function nightText(report: NightReport, outbox: string, policyName: string): string {
  const { run } = report;
  const because = run.because === undefined ? '' : ` because ${run.because}`;
  return [
    `${policyName}: the night of ${run.asOf} ${run.status}${run.dryRun ? ' (dry run: nothing changed, nothing sent)' : ''}${because}`,
    readText(report),
    ...(run.holdStages === undefined ? [] : [`No stage moved tonight because ${run.holdStages}.`]),
    section('Receivables by days past due', agingTable(report)),
    section(
      `Dunning: ${report.dunning.length} moved, ${report.stages.length} on a stage`,
      dunningTable(report),
    ),
    section('Receivables metrics', metricsText(report.metrics)),
    section('Budgets crossed this month', budgetTable(report)),
    section('Spend nobody owns', unownedTable(report)),
    section('Findings', findingTable(report)),
    section('Failed', failureTable(report)),
    section(`Rows not read: ${report.rejected.length}`, rejectTable(report)),
    emailText(report, outbox),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function readText({ totals }: NightReport): string {
  if (totals === undefined) return '';
  const { customers, evaluated, failed, invoices, payments, spendRows, rejected, duplicates } =
    totals;
  return `${customers} customers (${evaluated} evaluated, ${failed} failed), ${invoices} invoices, ${payments} payments, ${spendRows} spend rows; ${rejected} rejected, ${duplicates} duplicate`;
}

const section = (title: string, table: string): string =>
  table === '' ? '' : `\n${title}\n${table}`;

type Row = readonly (string | number)[];

function tableText(head: readonly string[], rows: readonly Row[], numbersFrom: number): string {
  if (rows.length === 0) return '';
  const table = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true },
    colAligns: head.map((_, index) => (index >= numbersFrom ? 'right' : 'left')),
    chars: PLAIN,
  });
  table.push(...rows.slice(0, ROWS_SHOWN).map((row) => row.map(String)));
  const more = rows.length - ROWS_SHOWN;
  return `${table.toString()}${more > 0 ? `\n  and ${more} more: --json FILE has them all` : ''}`;
}

const PLAIN = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((side) => [side, ''] as const),
);

function agingTable({ aging }: NightReport): string {
  const byCurrency = Object.entries(Object.groupBy(aging, ({ currency }) => currency ?? ''));
  const [first] = aging;
  if (first === undefined) return '';
  const columns = Object.keys(first).filter((key) => key !== 'customerId' && key !== 'currency');
  const rows = byCurrency.map(([currency, each = []]) => [
    currency,
    each.length,
    ...columns.map((column) =>
      sumDecimals(
        each.map((row) => row[column] ?? '0'),
        currency,
      ),
    ),
  ]);
  return tableText(['', 'customers', ...columns], rows, 1);
}

function dunningTable({ dunning }: NightReport): string {
  const rows = dunning
    .toSorted((a, b) => b.daysPastDue - a.daysPastDue)
    .map(({ name, from, to, overdue, currency, daysPastDue, because }) => [
      `  ${name}`,
      `${from ?? 'none'} → ${to ?? 'none'}`,
      `${overdue} ${currency}`,
      daysPastDue,
      because,
    ]);
  return tableText(['  customer', 'stage', 'overdue', 'days', 'because'], rows, 99);
}

function budgetTable({ budgets }: NightReport): string {
  const rows = budgets
    .filter(({ crossed }) => crossed !== null)
    .toSorted((a, b) => (b.percent ?? 0) - (a.percent ?? 0))
    .map(({ name, spent, budget, currency, percent, crossed }) => [
      `  ${name}`,
      `${spent} of ${budget} ${currency}`,
      `${percent} %`,
      `${crossed} % crossed`,
    ]);
  return tableText(['  customer', 'spent', 'used', 'threshold'], rows, 99);
}

const unownedTable = ({ unowned }: NightReport): string =>
  tableText(
    ['  customer', 'spent', 'from', 'through'],
    unowned.map(({ customerId, name, spent, currency, from, through }) => [
      `  ${name === customerId ? customerId : `${name} (${customerId})`}`,
      `${spent} ${currency}`,
      from,
      through,
    ]),
    99,
  );

const findingTable = ({ findings }: NightReport): string =>
  tableText(
    ['  source', 'finding'],
    findings.map(({ source, text }) => [`  ${source}`, text]),
    99,
  );

const failureTable = ({ failed, emails }: NightReport): string =>
  tableText(
    ['  what', 'because'],
    [
      ...failed.map(({ customerId, because }) => [`  customer ${customerId}`, because]),
      ...emails
        .filter(({ status }) => status === 'failed')
        .map(({ kind, to, because }) => [`  ${kind} to ${to}`, because ?? '']),
    ],
    99,
  );

const rejectTable = ({ rejected }: NightReport): string =>
  tableText(
    ['  where', 'value', 'reason'],
    rejected.map(({ file, line, column, value, reason }) => [
      `  ${file}:${line} ${column}`,
      JSON.stringify(value),
      reason,
    ]),
    99,
  );

function emailText({ emails }: NightReport, outbox: string): string {
  const counts = Object.entries(Object.groupBy(emails, ({ kind }) => kind)).map(
    ([kind, each = []]) => `${each.length} ${kind}${each.length === 1 ? '' : 's'}`,
  );
  return `\nE-mail: ${counts.length === 0 ? 'nothing to say' : `${counts.join(', ')} in ${outbox}`}`;
}
