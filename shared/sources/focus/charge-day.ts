import { CalendarDate } from '../../ledger/calendar-date.ts';

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/;
/** Azure cost files write the month first, wherever they are made. */
const MONTH_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** The UTC day of an instant or a day, as cost files write them. Throws RangeError. */
export function chargeDay(text: string, isMonthFirst: boolean): CalendarDate {
  const [, month, day, year] = (isMonthFirst && MONTH_FIRST.exec(text)) || [];
  if (month !== undefined && day !== undefined)
    return calendarDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

  const [, date, time, seconds = ':00', zone = 'Z'] = ISO.exec(text) ?? [];
  if (date === undefined) throw new RangeError('expected an instant such as 2026-03-17T00:00:00Z');
  if (time === undefined || zone === 'Z') return calendarDay(date);
  const instant = new Date(`${calendarDay(date)}T${time}${seconds}${zone}`);
  if (Number.isNaN(instant.getTime())) throw new RangeError('is no time of the day');
  return calendarDay(instant.toISOString().slice(0, 10));
}

function calendarDay(text: string): CalendarDate {
  const day = CalendarDate.safeParse(text);
  if (day.success) return day.data;
  throw new RangeError('is no day of the calendar');
}
