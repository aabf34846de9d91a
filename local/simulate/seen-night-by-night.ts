import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts, SeenFacts } from '../../shared/ledger/customer-facts.ts';

/**
 * `factsSeenOn` for night after night, in order: what came new is added to what was seen before, so
 * that years of nights do not look at every row every night. Rows keep the order they are in.
 */
export function seenNightByNight(facts: CustomerFacts): (asOf: CalendarDate) => SeenFacts {
  const { customer, budgets } = facts;
  const invoices = seenRows(facts.invoices, ({ issuedOn }) => issuedOn);
  const payments = seenRows(facts.payments, ({ paidOn }) => paidOn);
  const spend = seenRows(facts.spend, ({ date }) => date);
  const isSpendInOrder = isByDate(facts.spend, ({ date }) => date);
  const arrangements = seenRows(facts.arrangements, ({ from }) => from);
  return (asOf) => ({
    customer,
    budgets,
    invoices: invoices(asOf),
    payments: payments(asOf),
    spend: spend(asOf),
    arrangements: arrangements(asOf),
    seenOn: asOf,
    isSpendInOrder,
  });
}

function seenRows<Row>(
  rows: Row[],
  dateOf: (row: Row) => CalendarDate,
): (asOf: CalendarDate) => Row[] {
  const dates = rows.map(dateOf).sort();
  const isInOrder = isByDate(rows, dateOf);
  let seen: Row[] = [];
  return (asOf) => {
    let count = seen.length;
    while ((dates[count] ?? '9999') <= asOf) count += 1;
    if (count > seen.length)
      seen = isInOrder ? rows.slice(0, count) : rows.filter((row) => dateOf(row) <= asOf);
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
