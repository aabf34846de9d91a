import { type CalendarDate, dayNumber } from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { DailySpend } from '../../ledger/spend.ts';
import type { DailySeries, DayAmount } from './daily-series.ts';

/**
 * What a customer spent day by day, from one look at its rows: a night asks for it many times over.
 * Days before `since` are only known to be there.
 */
export type SpentDays = {
  /** In the order of their codes. */
  readonly currencies: readonly CurrencyCode[];
  /** Day number of the first amount of every currency. */
  readonly since: number;
  /** Day number of the newest day that is whole, in any currency. */
  readonly newestComplete: number;
  readonly byCurrency: ReadonlyMap<CurrencyCode, OwnDays>;
};

type OwnDays = { firstDay: number; readonly amounts: DayAmount[] };

/**
 * Rows of a day add up; days after `completeThrough` are still growing. Amounts are kept from the
 * day number `oldest` on.
 */
export function spentDays(
  spend: readonly DailySpend[],
  oldest: number,
  completeThrough: CalendarDate,
): SpentDays {
  const days = dayNumbers(spend);
  const wholeDay = dayNumber(completeThrough);
  const since = Math.max(oldest, days.first);
  const byCurrency = new Map<CurrencyCode, OwnDays>();
  let newestComplete = Number.NEGATIVE_INFINITY;
  let own: OwnDays | undefined;
  let currency: CurrencyCode | undefined;
  for (let row = 0; row < spend.length; row++) {
    const [each, day] = [spend[row], days.numbers[row]];
    if (each === undefined || day === undefined) continue;
    if (own === undefined || each.currency !== currency) {
      currency = each.currency;
      own = ownDays(byCurrency, currency, days.last - since + 1);
    }
    if (day < own.firstDay) own.firstDay = day;
    if (day <= wholeDay && day > newestComplete) newestComplete = day;
    const at = day - since;
    if (at >= 0) own.amounts[at] = (own.amounts[at] ?? 0) + each.minorUnits;
  }
  return { currencies: [...byCurrency.keys()].sort(), since, newestComplete, byCurrency };
}

/** What the days from one through another cost. */
export function spentBetween(
  { byCurrency, since }: SpentDays,
  currency: CurrencyCode,
  from: number,
  through: number,
): number {
  const amounts = byCurrency.get(currency)?.amounts ?? [];
  const end = Math.min(through - since + 1, amounts.length);
  let spent = 0;
  for (let at = Math.max(from - since, 0); at < end; at++) spent += amounts[at] ?? 0;
  return spent;
}

/** The same as `dailySeries` of the whole days, without those before `since`. */
export function seriesOf(
  { byCurrency, since, newestComplete }: SpentDays,
  currency: CurrencyCode,
): DailySeries | undefined {
  const own = byCurrency.get(currency);
  if (own === undefined || own.firstDay > newestComplete) return undefined;
  const firstDay = Math.min(Math.max(own.firstDay, since), newestComplete);
  const amounts =
    newestComplete < since
      ? [undefined]
      : own.amounts.slice(firstDay - since, newestComplete - since + 1);
  return { currency, firstDay, amounts };
}

type DayNumbers = {
  readonly numbers: Int32Array;
  readonly first: number;
  readonly last: number;
};

function dayNumbers(spend: readonly DailySpend[]): DayNumbers {
  const numbers = new Int32Array(spend.length);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let row = 0;
  for (const { date } of spend) {
    const day = dayNumber(date);
    numbers[row++] = day;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { numbers, first, last };
}

function ownDays(
  byCurrency: Map<CurrencyCode, OwnDays>,
  currency: CurrencyCode,
  days: number,
): OwnDays {
  const known = byCurrency.get(currency);
  if (known !== undefined) return known;
  const own: OwnDays = {
    firstDay: Number.POSITIVE_INFINITY,
    amounts: new Array<DayAmount>(Math.max(days, 0)).fill(undefined),
  };
  byCurrency.set(currency, own);
  return own;
}
