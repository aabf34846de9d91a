import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';

const MOST_NIGHTS = 12;
const MONTH = 'YYYY-MM'.length;
const YEAR = 'YYYY'.length;

/** The nights a summary has room for: all, or the first and the last of each month, or year. */
export function shownNights(days: readonly CalendarDate[]): ReadonlySet<CalendarDate> {
  if (days.length <= MOST_NIGHTS) return new Set(days);
  const monthly = lastOfEach(days, MONTH);
  const shown = monthly.length <= 3 * MOST_NIGHTS ? monthly : lastOfEach(days, YEAR);
  return new Set([...days.slice(0, 1), ...shown]);
}

const lastOfEach = (days: readonly CalendarDate[], length: number): readonly CalendarDate[] =>
  days.filter((day, index) => days[index + 1]?.slice(0, length) !== day.slice(0, length));
