import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import type { DailySpend } from '../ledger/spend.ts';

/** What was spent in one currency, from a day through another. Minor units. */
export type UnownedSpend = {
  readonly currency: CurrencyCode;
  readonly spent: number;
  readonly from: CalendarDate;
  readonly through: CalendarDate;
};

/** Spend of a customer that is in nobody's books; we are liable for it all the same. */
export function unownedSpend({ customer, spend }: CustomerFacts): readonly UnownedSpend[] {
  if (customer.isUnowned !== true) return [];
  const byCurrency = Map.groupBy(
    spend.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    ({ currency }) => currency,
  );
  return [...byCurrency.values()].flatMap(inOneCurrency).toSorted(byCode);
}

function inOneCurrency(rows: readonly DailySpend[]): UnownedSpend[] {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return [];
  const spent = rows.reduce((sum, { minorUnits }) => sum + minorUnits, 0);
  if (spent === 0) return [];
  return [{ currency: first.currency, spent, from: first.date, through: last.date }];
}

const byCode = (a: UnownedSpend, b: UnownedSpend): number => (a.currency < b.currency ? -1 : 1);
