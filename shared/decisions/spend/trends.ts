import { median } from '../../evaluation/spend/median.ts';
import { addDays, type CalendarDate, daysBetween } from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { DailySpend } from '../../ledger/spend.ts';
import type { CustomerNight, Trend } from '../customer-night.ts';
import { isOfSpend } from './spend-text.ts';

const DAYS_SHOWN = 35;
/** Fewer days show no trend. */
const DAYS_NEEDED = 7;

/** One per currency whose spend is told of tonight. */
export function trendsOf({ notices, asOf }: CustomerNight, spend: readonly DailySpend[]): Trend[] {
  const told = notices.filter(({ kind }) => isOfSpend(kind)).map(({ currency }) => currency);
  return [...new Set(told)].flatMap((currency) => trendOf(currency, spend, asOf) ?? []);
}

/** Through the last day that is known; a day without a row cost nothing that is known. */
function trendOf(
  currency: CurrencyCode,
  spend: readonly DailySpend[],
  asOf: CalendarDate,
): Trend | undefined {
  const since = addDays(asOf, -DAYS_SHOWN);
  const byDay = new Map<CalendarDate, number>();
  for (const { date, minorUnits, currency: own } of spend)
    if (own === currency && date > since && date <= asOf)
      byDay.set(date, (byDay.get(date) ?? 0) + minorUnits);
  const days = [...byDay.keys()].sort();
  const [from, through] = [days[0], days.at(-1)];
  if (from === undefined || through === undefined) return undefined;
  const length = daysBetween(from, through) + 1;
  if (length < DAYS_NEEDED) return undefined;
  const amounts = Array.from({ length }, (_, at) => byDay.get(addDays(from, at)) ?? 0);
  return { currency, from, amounts, usual: Math.round(median(Float64Array.from(amounts)) ?? 0) };
}
