import { type CalendarDate, dayNumber } from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { DailySpend } from '../../ledger/spend.ts';
import { addTo, type DailySeries, isKnown, UNKNOWN } from './daily-series.ts';

/** What a customer spent day by day, as a night sees it: a night asks for it many times over. */
export type SpentDays = {
  /** In the order of their codes. */
  readonly currencies: readonly CurrencyCode[];
  /** Day number of the first amount of every currency; older days are only known to be there. */
  readonly since: number;
  /** Day number of the newest day that is whole, in any currency. */
  readonly newestComplete: number;
  readonly byCurrency: ReadonlyMap<CurrencyCode, OwnDays>;
};

/** Unknown behind the last row. */
type OwnDays = {
  firstDay: number;
  amounts: Float64Array;
  readonly profiles: Map<number, readonly number[]>;
};

/** Rows of a day add up. Amounts are kept from the day number `oldest` on. */
export function spentDays(
  spend: readonly DailySpend[],
  oldest: number,
  completeThrough: CalendarDate,
): SpentDays {
  const soFar = spendSoFar(Math.min(oldest, dayNumber(completeThrough)));
  for (const row of spend) soFar.add(row);
  return soFar.spentDays(completeThrough);
}

/** The rows that were seen so far, each of which is looked at once, however many nights follow. */
export type SpendSoFar = {
  add(row: DailySpend): void;
  /** Days after `completeThrough` are still growing. Holds until more is added. */
  spentDays(completeThrough: CalendarDate): SpentDays;
};

export function spendSoFar(oldest: number): SpendSoFar {
  const byCurrency = new Map<CurrencyCode, OwnDays>();
  let currencies: readonly CurrencyCode[] = [];
  let newestBefore = Number.NEGATIVE_INFINITY;
  let last = oldest - 1;

  function ownDays(currency: CurrencyCode): OwnDays {
    const known = byCurrency.get(currency);
    if (known !== undefined) return known;
    const own: OwnDays = {
      firstDay: Number.POSITIVE_INFINITY,
      amounts: new Float64Array(0),
      profiles: new Map(),
    };
    byCurrency.set(currency, own);
    currencies = [...byCurrency.keys()].sort();
    return own;
  }

  return {
    add({ date, currency, minorUnits }) {
      const day = dayNumber(date);
      const own = ownDays(currency);
      if (day < own.firstDay) own.firstDay = day;
      if (day < oldest) {
        newestBefore = Math.max(newestBefore, day);
        return;
      }
      if (day < last) own.profiles.clear();
      else own.profiles.delete(day);
      last = Math.max(last, day);
      own.amounts = reaching(own.amounts, day - oldest);
      addTo(own.amounts, day - oldest, minorUnits);
    },
    spentDays(completeThrough) {
      const owns = [...byCurrency.values()];
      for (const own of owns) own.amounts = reaching(own.amounts, last - oldest);
      const isDay = (day: number): boolean =>
        owns.some(({ amounts }) => isKnown(amounts[day - oldest]));
      let newest = Math.min(last, dayNumber(completeThrough));
      while (newest >= oldest && !isDay(newest)) newest -= 1;
      const newestComplete = newest < oldest ? newestBefore : newest;
      return { currencies, since: oldest, newestComplete, byCurrency };
    },
  };
}

/** Room for a month of nights at once, so that a replay does not make more every night. */
const NIGHTS_AHEAD = 31;

function reaching(amounts: Float64Array, at: number): Float64Array {
  if (at < amounts.length) return amounts;
  const more = new Float64Array(Math.max(2 * amounts.length, at + NIGHTS_AHEAD)).fill(UNKNOWN);
  more.set(amounts);
  return more;
}

/** What the days from one through another cost. */
export function spentBetween(
  { byCurrency, since }: SpentDays,
  currency: CurrencyCode,
  from: number,
  through: number,
): number {
  const amounts = byCurrency.get(currency)?.amounts;
  if (amounts === undefined) return 0;
  const end = Math.min(through - since + 1, amounts.length);
  let spent = 0;
  for (let at = Math.max(from - since, 0); at < end; at++) {
    const amount = amounts[at];
    if (isKnown(amount)) spent += amount;
  }
  return spent;
}

/** The whole days of a currency, without those before `since`. */
export function seriesOf(
  { byCurrency, since, newestComplete }: SpentDays,
  currency: CurrencyCode,
): DailySeries | undefined {
  const own = byCurrency.get(currency);
  if (own === undefined || own.firstDay > newestComplete) return undefined;
  const firstDay = Math.min(Math.max(own.firstDay, since), newestComplete);
  const amounts =
    newestComplete < since
      ? Float64Array.of(UNKNOWN)
      : own.amounts.subarray(firstDay - since, newestComplete - since + 1);
  return { currency, firstDay, amounts, profiles: own.profiles };
}
