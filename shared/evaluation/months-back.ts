import { addDays, type CalendarDate, endOfMonth } from '../ledger/calendar-date.ts';

/**
 * In which month back from `asOf` a day lies. Months end on the day of the month that `asOf` is, so
 * that any day can be looked back from: on 15 April, month 0 is 16 March to 15 April. From a month's
 * last day they are calendar months.
 */
export function monthsBackFrom(asOf: CalendarDate): (date: CalendarDate) => number {
  const [month, day] = [monthNumber(asOf), isLastOfMonth(asOf) ? 31 : dayOfMonth(asOf)];
  return (date) => month - monthNumber(date) - (dayOfMonth(date) > day ? 1 : 0);
}

/** The last day of month `months` back from `asOf`: on 15 April, 1 is 15 March. */
export function monthsEarlier(asOf: CalendarDate, months: number): CalendarDate {
  let last = asOf;
  for (let left = months; left > 0; left--) last = addDays(last, -dayOfMonth(last));
  if (isLastOfMonth(asOf)) return last;
  const beyond = Math.max(dayOfMonth(last) - dayOfMonth(asOf), 0);
  return months === 0 ? asOf : addDays(last, -beyond);
}

const isLastOfMonth = (date: CalendarDate): boolean => endOfMonth(date) === date;

const monthNumber = (date: CalendarDate): number =>
  digitsAt(date, 0, 4) * 12 + digitsAt(date, 5, 7) - 1;

const dayOfMonth = (date: CalendarDate): number => digitsAt(date, 8, 10);

function digitsAt(date: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + date.charCodeAt(at) - 48;
  return value;
}
