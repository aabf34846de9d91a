import type { z } from 'zod';
import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { CustomerRow } from '../../run/desk/customer-row.ts';
import type { Desk } from '../../run/desk/desk-port.ts';
import { Place, queryCustomers } from '../../run/desk/query-customers.ts';
import type { ReadNightNeeds, ShownNight } from '../../run/desk/shown-night.ts';
import { csvText } from '../csv-text.ts';
import { ProblemError } from '../problems.ts';
import type { AgingAnswer, AgingQuery } from '../shapes/portfolio.ts';
import { placeIn, tokenOf } from '../token.ts';
import { nightOfDay } from './night-of-day.ts';

/** More than this is no spreadsheet any more. */
const CSV_ROWS = 200_000;
const ROWS_AT_ONCE = 4_000;

/** By name. A list goes on in the night it began with. */
export async function agingAnswer(
  { asOf, after, limit }: z.output<typeof AgingQuery>,
  needs: ReadNightNeeds,
): Promise<z.input<typeof AgingAnswer>> {
  const from = after === undefined ? undefined : placeIn(Place, after);
  const night = from === undefined ? await nightOfDay(asOf, needs) : await nightOfRun(from, needs);
  if (night === undefined) return { asOf: null, buckets: [], rows: [] };
  const { run, portfolio } = night;
  const place: Place = { runId: run.id, sort: 'name', passed: from?.passed ?? 0 };
  const found = await queryCustomers({ order: 'ascending', limit }, place, night, needs.desk);
  return {
    asOf: run.asOf,
    buckets: bucketsOf(portfolio),
    rows: found.rows.map(agingRow),
    ...(found.next !== undefined && { next: tokenOf(found.next) }),
  };
}

async function nightOfRun({ runId }: Place, { desk, runs }: ReadNightNeeds) {
  const [night, run] = await Promise.all([desk.night(runId), runs.load(runId)]);
  if (night !== undefined && run !== undefined) return { ...night, run: run.value };
  throw new ProblemError(400, 'Cannot go on from there: begin the list again');
}

const bucketsOf = ({ totals }: ShownNight['portfolio']): string[] => [
  ...new Set(totals.flatMap(({ buckets }) => buckets.map(({ bucket }) => bucket))),
];

const agingRow = ({ customerId, name, currency, aging, unapplied, open }: CustomerRow) => ({
  customerId,
  name,
  currency,
  aging,
  unapplied,
  open,
});

/** Whole, for a spreadsheet. */
export async function agingCsv(
  asOf: CalendarDate | undefined,
  needs: ReadNightNeeds,
): Promise<{ readonly csv: string; readonly headers: Record<string, string> }> {
  const night = await nightOfDay(asOf, needs);
  const buckets = night === undefined ? [] : bucketsOf(night.portfolio);
  const rows = night === undefined ? [] : await allRows(night, needs.desk);
  const lines = rows
    .filter(({ currency }) => currency !== null)
    .map((row) => [
      row.customerId,
      row.name,
      row.currency ?? '',
      ...buckets.map((bucket) => ({ amount: row.aging[bucket] ?? '0' })),
      { amount: row.unapplied },
      { amount: row.open },
    ]);
  const day = night?.run.asOf ?? 'none';
  return {
    csv: csvText(['customerId', 'name', 'currency', ...buckets, 'unapplied', 'open'], lines),
    headers: { 'content-disposition': `attachment; filename="aging-${day}.csv"` },
  };
}

async function allRows(night: ShownNight, desk: Desk): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = [];
  let place: Place | undefined = { runId: night.run.id, sort: 'name', passed: 0 };
  while (place !== undefined && rows.length < CSV_ROWS) {
    const query = { order: 'ascending' as const, limit: ROWS_AT_ONCE };
    const found = await queryCustomers(query, place, night, desk);
    rows.push(...found.rows);
    place = found.next;
  }
  return rows;
}
