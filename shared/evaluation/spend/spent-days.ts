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
 * day number `oldest` on. Of rows known to come by date, older ones are not read.
 */
export function spentDays(
  spend: readonly DailySpend[],
  oldest: number,
  completeThrough: CalendarDate,
  isInOrder = false,
): SpentDays {
  const wholeDay = dayNumber(completeThrough);
  const start = isInOrder ? rowsBefore(spend, Math.min(oldest, wholeDay)) : 0;
  const days = dayNumbers(spend, start);
  const since = Math.max(oldest, days.first);
  const byCurrency = longAgo(spend, start, days.last - since + 1);
  let newestComplete = start === 0 ? Number.NEGATIVE_INFINITY : dayOf(spend[start - 1]);
  let own: OwnDays | undefined;
  let currency: CurrencyCode | undefined;
  for (let row = start; row < spend.length; row++) {
    const [each, day] = [spend[row], days.numbers[row - start]];
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

function dayNumbers(spend: readonly DailySpend[], start: number): DayNumbers {
  const numbers = new Int32Array(spend.length - start);
  let first = start === 0 ? Number.POSITIVE_INFINITY : dayOf(spend[0]);
  let last = Number.NEGATIVE_INFINITY;
  for (let row = start; row < spend.length; row++) {
    const day = dayOf(spend[row]);
    numbers[row - start] = day;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { numbers, first, last };
}

const dayOf = (row: DailySpend | undefined): number =>
  row === undefined ? Number.NEGATIVE_INFINITY : dayNumber(row.date);

/** How many of rows that come by date are older than a day. */
function rowsBefore(spend: readonly DailySpend[], day: number): number {
  let [from, end] = [0, spend.length];
  while (from < end) {
    const middle = (from + end) >> 1;
    if (dayOf(spend[middle]) < day) from = middle + 1;
    else end = middle;
  }
  return from;
}

/** What the first rows were spent in, before any day that is kept. */
function longAgo(
  spend: readonly DailySpend[],
  rows: number,
  days: number,
): Map<CurrencyCode, OwnDays> {
  const byCurrency = new Map<CurrencyCode, OwnDays>();
  let last: CurrencyCode | undefined;
  for (let row = 0; row < rows; row++) {
    const currency = spend[row]?.currency;
    if (currency === last || currency === undefined) continue;
    last = currency;
    ownDays(byCurrency, currency, days).firstDay = Number.NEGATIVE_INFINITY;
  }
  return byCurrency;
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
