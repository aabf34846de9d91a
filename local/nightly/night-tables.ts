import { figure } from '../../shared/decisions/count-text.ts';
import type { NightReport } from '../../shared/run/report/night-report.ts';
import { plainTable } from '../plain-table.ts';
import { sumDecimals } from './sum-decimals.ts';

const ROWS_SHOWN = 14;

/** The first rows, and how many more there are. */
export function tableText(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  figuresFrom = head.length,
): string {
  if (rows.length === 0) return '';
  const more = rows.length - ROWS_SHOWN;
  const table = plainTable(head, rows.slice(0, ROWS_SHOWN), figuresFrom);
  return `${table}${more > 0 ? `\n and ${more} more: --json FILE has them all` : ''}`;
}

export function agingTable({ aging }: NightReport): string {
  const byCurrency = Object.entries(Object.groupBy(aging, ({ currency }) => currency ?? ''));
  const [first] = aging;
  if (first === undefined) return '';
  const columns = Object.keys(first).filter((key) => key !== 'customerId' && key !== 'currency');
  const rows = byCurrency.map(([currency, each = []]) => [
    currency,
    `${each.length}`,
    ...columns.map((column) =>
      sumDecimals(
        each.map((row) => row[column] ?? '0'),
        currency,
      ),
    ),
  ]);
  return tableText(['', 'customers', ...columns], rows, 1);
}

export function dunningTable({ dunning }: NightReport): string {
  const rows = dunning
    .toSorted((a, b) => b.daysPastDue - a.daysPastDue)
    .map(({ name, from, to, overdue, currency, daysPastDue, because }) => [
      `${name}`,
      `${from ?? 'none'} → ${to ?? 'none'}`,
      `${overdue} ${currency}`,
      `${daysPastDue}`,
      because,
    ]);
  return tableText(['customer', 'stage', 'overdue', 'days', 'because'], rows);
}

export const unownedTable = ({ unowned }: NightReport): string =>
  tableText(
    ['customer', 'spent', 'from', 'through'],
    unowned.map(({ customerId, name, spent, currency, from, through }) => [
      `${name === customerId ? customerId : `${name} (${customerId})`}`,
      `${spent} ${currency}`,
      from,
      through,
    ]),
  );

/** Of one source that is whole the figures above say all; here is what each of several gave. */
export function sourceTable({ sources, run }: NightReport): string {
  const [only, ...others] = sources;
  if (others.length === 0 && (only === undefined || missing(only, run) === '')) return '';
  return tableText(
    ['source', 'newest', 'customers', 'invoices', 'payments', 'spend rows', 'rejected', 'missing'],
    sources.map((source) => [
      source.name,
      source.newestAt === null ? '' : `${source.newestAt.slice(0, 16).replace('T', ' ')} UTC`,
      ...[source.customers, source.invoices, source.payments].map(figure),
      ...[source.spendRows, source.rejected].map(figure),
      missing(source, run),
    ]),
  );
}

/** The reason that the night gives for itself is said above. */
function missing(
  { status, because, incomplete }: NightReport['sources'][number],
  run: NightReport['run'],
): string {
  if (status === 'failed')
    return because === run.because ? 'all of it' : `all of it: ${because ?? 'see the log'}`;
  return incomplete ?? '';
}

export const findingTable = ({ findings }: NightReport): string =>
  tableText(
    ['source', 'finding'],
    findings.map(({ source, text }) => [`${source}`, text]),
  );

export const failureTable = ({ failed, emails }: NightReport): string =>
  tableText(
    ['what', 'because'],
    [
      ...failed.map(({ customerId, because }) => [`  customer ${customerId}`, because]),
      ...emails
        .filter(({ status }) => status === 'failed')
        .map(({ kind, to, because }) => [`${kind} to ${to}`, because ?? '']),
    ],
  );

export const rejectTable = ({ rejected }: NightReport): string =>
  tableText(
    ['where', 'value', 'reason'],
    rejected.map(({ file, line, column, value, reason }) => [
      `${file}:${line} ${column}`,
      JSON.stringify(value),
      reason,
    ]),
  );
