import type { CalendarDate, CalendarMonth } from '../ledger/calendar-date.ts';
import type { CurrencyCode } from '../ledger/money.ts';
import type { DailySpend } from '../ledger/spend.ts';

/** What a budget is proposed from: months, and the percent of their median. */
export type ProposalRule = { readonly months: number; readonly percent: number };

/**
 * The median of the last months that are closed and were spent in from their first day, times a
 * percent, rounded up to two significant digits. Undefined where there is no such month: a part of
 * a month says too little. Minor units.
 */
export function proposedBudget(
  spend: readonly DailySpend[],
  currency: CurrencyCode,
  firstOpenMonth: CalendarMonth,
  { months, percent }: ProposalRule,
): number | undefined {
  const byMonth = spentByMonth(spend, currency);
  const closed = [...byMonth]
    .filter(([month]) => month < firstOpenMonth)
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, months)
    .map(([, spent]) => spent);
  const median = medianOf(closed);
  return median === undefined || median <= 0
    ? undefined
    : roundedUp(Math.ceil((median * percent) / 100));
}

/** Whole months only: the first with spend counts where that began on the 1st. */
function spentByMonth(
  spend: readonly DailySpend[],
  currency: CurrencyCode,
): ReadonlyMap<string, number> {
  const byMonth = new Map<string, number>();
  let first: CalendarDate | undefined;
  for (const each of spend) {
    if (each.currency !== currency) continue;
    if (first === undefined || each.date < first) first = each.date;
    const month = monthIn(each.date);
    byMonth.set(month, (byMonth.get(month) ?? 0) + each.minorUnits);
  }
  if (first !== undefined && !first.endsWith('-01')) byMonth.delete(monthIn(first));
  return byMonth;
}

/** Of rows, which are many, as text: a month that is compared need not be parsed. */
const monthIn = (date: CalendarDate): string => date.slice(0, 'YYYY-MM'.length);

function medianOf(amounts: readonly number[]): number | undefined {
  const sorted = amounts.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** 123,456 becomes 130,000. */
function roundedUp(amount: number): number {
  const unit = 10 ** Math.max(`${amount}`.length - 2, 0);
  return Math.ceil(amount / unit) * unit;
}
