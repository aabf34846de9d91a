import { addDays, dayNumber, dayOfNumber, monthOf } from '../../ledger/calendar-date.ts';
import type { DailySpend, MonthToDateReading } from '../../ledger/spend.ts';

/**
 * What each day cost, by difference; negative where the month was restated. Over days without a
 * reading the difference is spread evenly, so that the month keeps its sum and no day becomes a
 * spike. Of two readings for a day the later in the list holds. One of the first of a month that is
 * no lower than all of the month before still tells that month: none costs as much in a day.
 */
export function fromReadings(readings: readonly MonthToDateReading[]): readonly DailySpend[] {
  const inOrder = latestOfDays(readings).sort((a, b) =>
    a.currency === b.currency ? order(a.date, b.date) : order(a.currency, b.currency),
  );
  const placed = latestOfDays(inOrder.map((each, at) => inItsMonth(inOrder[at - 1], each)));
  return placed.flatMap((each, at) => daysSince(placed[at - 1], each));
}

const latestOfDays = (readings: readonly MonthToDateReading[]): MonthToDateReading[] => [
  ...new Map(readings.map((each) => [`${each.currency} ${each.date}`, each])).values(),
];

const order = (a: string, b: string): number => (a < b ? -1 : 1);

function inItsMonth(
  before: MonthToDateReading | undefined,
  reading: MonthToDateReading,
): MonthToDateReading {
  const { date, minorUnits, currency } = reading;
  if (before === undefined || !date.endsWith('-01') || before.currency !== currency) return reading;
  const last = addDays(date, -1);
  const isOfMonthBefore =
    monthOf(before.date) === monthOf(last) &&
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
