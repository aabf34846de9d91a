import { addDays, dayNumber, dayOfNumber, monthOf } from '../../ledger/calendar-date.ts';
import type { DailySpend, MonthToDateReading } from '../../ledger/spend.ts';

/**
 * What each day cost, by difference; negative where the month was restated. Over days without a
 * reading the difference is spread evenly, so that the month keeps its sum and no day becomes a
 * spike. Of two readings for a day the later in the list holds. One of the first of a month that is
 * no lower than a month before that was read to its end still tells that month: no day costs as much.
 */
export function fromReadings(readings: readonly MonthToDateReading[]): readonly DailySpend[] {
  const inOrder = latestOfDays(readings).sort((a, b) =>
    a.currency === b.currency ? order(a.date, b.date) : order(a.currency, b.currency),
  );
  const placed = latestOfDays(
    inOrder.map((each, at) => inItsMonth(inOrder.slice(Math.max(0, at - 2), at), each)),
  );
  return placed.flatMap((each, at) => daysSince(placed[at - 1], each));
}

const latestOfDays = (readings: readonly MonthToDateReading[]): MonthToDateReading[] => [
  ...new Map(readings.map((each) => [`${each.currency} ${each.date}`, each])).values(),
];

const order = (a: string, b: string): number => (a < b ? -1 : 1);

/** Read so lately that the month was nearly over. */
const DAYS_FROM_END = 3;

/** Of the two readings before it, both have to be of the month before: one may be all there was. */
function inItsMonth(
  [first, before]: readonly MonthToDateReading[],
  reading: MonthToDateReading,
): MonthToDateReading {
  const { date, minorUnits, currency } = reading;
  if (first === undefined || before === undefined || !date.endsWith('-01')) return reading;
  const last = addDays(date, -1);
  const isOfMonthBefore =
    [first, before].every(
      (each) => each.currency === currency && monthOf(each.date) === monthOf(last),
    ) &&
    before.date >= addDays(last, -DAYS_FROM_END) &&
    before.minorUnits > 0 &&
    minorUnits >= before.minorUnits;
  return isOfMonthBefore ? { ...reading, date: last } : reading;
}

function daysSince(
  before: MonthToDateReading | undefined,
  { date, minorUnits, currency }: MonthToDateReading,
): DailySpend[] {
  const month = monthOf(date);
  const follows = before?.currency === currency && monthOf(before.date) === month;
  const [since, known] = follows
    ? [dayNumber(before.date), before.minorUnits]
    : [dayNumber(date) - Number(date.slice(8)), 0];
  const days = dayNumber(date) - since;
  return shares(minorUnits - known, days).map((share, at) => ({
    date: addDays(dayOfNumber(since), at + 1),
    minorUnits: share,
    currency,
  }));
}

/** Whole minor units that sum to the total and differ by one at most. */
const shares = (total: number, days: number): readonly number[] =>
  Array.from(
    { length: days },
    (_, at) => Math.trunc((total * (at + 1)) / days) - Math.trunc((total * at) / days),
  );
