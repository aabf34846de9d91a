import { addDays, type CalendarDate } from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { DailySpend } from '../../ledger/spend.ts';
import { median } from './median.ts';

/** A service of a subscription that cost more than it usually does, and by how many minor units. */
export type Driver = {
  readonly service: string | undefined;
  readonly subscriptionId: string | undefined;
  readonly amount: number;
  readonly usual: number;
  readonly excess: number;
};

const HABIT_DAYS = 28;

/**
 * What made a day expensive, the largest first; none where rows name neither service nor
 * subscription. A service without a row on a day that others have one for cost nothing that day.
 */
export function driversOn(
  spend: readonly DailySpend[],
  currency: CurrencyCode,
  on: CalendarDate,
): readonly Driver[] {
  const from = addDays(on, -HABIT_DAYS);
  const daysBefore = new Set<CalendarDate>();
  const named: DailySpend[] = [];
  for (const each of spend) {
    if (each.date < from || each.date > on || each.currency !== currency) continue;
    if (each.date < on) daysBefore.add(each.date);
    if (isNamed(each)) named.push(each);
  }
  return [...Map.groupBy(named, keyOf).values()]
    .map((own) => driverOf(own, [...daysBefore], on))
    .filter(({ excess }) => excess > 0)
    .sort(byExcess);
}

const isNamed = ({ service, subscriptionId }: DailySpend): boolean =>
  service !== undefined || subscriptionId !== undefined;

const keyOf = ({ service, subscriptionId }: DailySpend): string =>
  JSON.stringify([service, subscriptionId]);

function driverOf(
  rows: readonly DailySpend[],
  daysBefore: readonly CalendarDate[],
  on: CalendarDate,
): Driver {
  const byDay = new Map<CalendarDate, number>();
  for (const { date, minorUnits } of rows) byDay.set(date, (byDay.get(date) ?? 0) + minorUnits);
  const amount = byDay.get(on) ?? 0;
  const before = new Float64Array(daysBefore.length);
  for (const [at, day] of daysBefore.entries()) before[at] = byDay.get(day) ?? 0;
  const usual = Math.round(median(before) ?? 0);
  const { service, subscriptionId } = rows[0] ?? {};
  return { service, subscriptionId, amount, usual, excess: amount - usual };
}

const byExcess = (a: Driver, b: Driver): number =>
  b.excess - a.excess || order(a.service, b.service) || order(a.subscriptionId, b.subscriptionId);

const order = (a = '', b = ''): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
