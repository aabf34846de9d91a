import type { NightFacts } from '../../shared/evaluation/night-facts.ts';
import { type Settled, settledOf } from '../../shared/evaluation/settled.ts';
import { spendSoFar } from '../../shared/evaluation/spend/spent-days.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import type { DailySpend } from '../../shared/ledger/spend.ts';

/**
 * `nightFacts` for night after night, in order: what came new is added to what was known before, so
 * that years of nights do not look at every row every night. Rows keep the order they are in. What
 * is known of a night holds until the next one is asked for.
 */
export function seenNightByNight(facts: CustomerFacts): (asOf: CalendarDate) => NightFacts {
  const { customer, budgets } = facts;
  const invoices = seenRows(facts.invoices, ({ issuedOn }) => issuedOn);
  const payments = seenRows(facts.payments, ({ paidOn }) => paidOn);
  const spend = seenRows(facts.spend, ({ date }) => date);
  const arrangements = seenRows(facts.arrangements, ({ from }) => from);
  const settled = settledSoFar();
  const spent = spentSoFar(facts.spend);
  return (asOf) => {
    const seen = { invoices: invoices(asOf), payments: payments(asOf) };
    return {
      customer,
      budgets,
      ...seen,
      spend: spend(asOf),
      arrangements: arrangements(asOf),
      seenOn: asOf,
      settled: () => settled(seen),
      spentDays: spent(asOf),
    };
  };
}

/** Invoices are settled anew when another row is seen, and not every night. */
function settledSoFar(): (seen: Rows) => readonly Settled[] {
  let rows = -1;
  let settled: readonly Settled[] = [];
  return (seen) => {
    const count = seen.invoices.length + seen.payments.length;
    if (count > rows) [rows, settled] = [count, settledOf(seen)];
    return settled;
  };
}

type Rows = Pick<CustomerFacts, 'invoices' | 'payments'>;

/** Days are kept from the oldest day on that any night has asked for. */
function spentSoFar(rows: readonly DailySpend[]): (asOf: CalendarDate) => NightFacts['spentDays'] {
  const byDate = isByDate(rows, dateOf)
    ? rows
    : rows.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  let [since, soFar, count] = [Number.POSITIVE_INFINITY, spendSoFar(0), 0];
  return (asOf) => (oldest, completeThrough) => {
    if (oldest < since) [since, soFar, count] = [oldest, spendSoFar(oldest), 0];
    for (let row = byDate[count]; row !== undefined && row.date <= asOf; row = byDate[++count])
      soFar.add(row);
    return soFar.spentDays(completeThrough);
  };
}

const dateOf = ({ date }: DailySpend): CalendarDate => date;

function seenRows<Row>(
  rows: Row[],
  dateOf: (row: Row) => CalendarDate,
): (asOf: CalendarDate) => Row[] {
  return isByDate(rows, dateOf) ? seenInOrder(rows, dateOf) : seenInAnyOrder(rows, dateOf);
}

function seenInOrder<Row>(
  rows: readonly Row[],
  dateOf: (row: Row) => CalendarDate,
): (asOf: CalendarDate) => Row[] {
  const seen: Row[] = [];
  let next = rows[0];
  return (asOf) => {
    while (next !== undefined && dateOf(next) <= asOf) {
      seen.push(next);
      next = rows[seen.length];
    }
    return seen;
  };
}

function seenInAnyOrder<Row>(
  rows: readonly Row[],
  dateOf: (row: Row) => CalendarDate,
): (asOf: CalendarDate) => Row[] {
  const dates = rows.map(dateOf).sort();
  let seen: Row[] = [];
  return (asOf) => {
    let count = seen.length;
    while ((dates[count] ?? '9999') <= asOf) count += 1;
    if (count > seen.length) seen = rows.filter((row) => dateOf(row) <= asOf);
    return seen;
  };
}

function isByDate<Row>(rows: readonly Row[], dateOf: (row: Row) => CalendarDate): boolean {
  let last = '';
  return rows.every((row) => {
    const date = dateOf(row);
    const isNext = last <= date;
    last = date;
    return isNext;
  });
}
