import { addTo, type DailySeries, UNKNOWN } from '../../../shared/evaluation/spend/daily-series.ts';
import { type CalendarDate, dayNumber } from '../../../shared/ledger/calendar-date.ts';
import type { CurrencyCode } from '../../../shared/ledger/money.ts';
import type { DailySpend } from '../../../shared/ledger/spend.ts';

/**
 * The plain way to the days that `spentDays` keeps, which is held against this. Rows of a day add
 * up. `completeThrough` is what the source promises: later days are still growing and stay out, and
 * until then a day without a row cost nothing. Without that promise the last complete day is the
 * newest with data in any currency, and a day without a row is missing.
 */
export function dailySeries(
  spend: readonly DailySpend[],
  currency: CurrencyCode,
  completeThrough?: CalendarDate,
): DailySeries | undefined {
  let firstDay = Number.POSITIVE_INFINITY;
  let newestDay = Number.NEGATIVE_INFINITY;
  const days: number[] = [];
  for (const { date, currency: each } of spend) {
    const day = dayNumber(date);
    days.push(day);
    if (day > newestDay) newestDay = day;
    if (each === currency && day < firstDay) firstDay = day;
  }
  const last = completeThrough === undefined ? newestDay : dayNumber(completeThrough);
  if (firstDay > last) return undefined;

  const withoutRow = completeThrough === undefined ? UNKNOWN : 0;
  const amounts = new Float64Array(last - firstDay + 1).fill(withoutRow);
  for (const [row, each] of spend.entries()) {
    const at = (days[row] ?? 0) - firstDay;
    if (each.currency === currency && at < amounts.length) addTo(amounts, at, each.minorUnits);
  }
  return { currency, firstDay, amounts };
}
