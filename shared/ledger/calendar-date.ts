import { z } from 'zod';

/** A day without a time or zone, `YYYY-MM-DD`. Due dates, promises and nights are days. */
export const CalendarDate = z.iso.date().brand<'CalendarDate'>();
export type CalendarDate = z.infer<typeof CalendarDate>;

/** A month, `YYYY-MM`. Budgets are monthly. */
export const CalendarMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2026-01')
  .brand<'CalendarMonth'>();
export type CalendarMonth = z.infer<typeof CalendarMonth>;

const MS_PER_DAY = 86_400_000;
/** From the first of March of the year 0. */
const DAYS_BEFORE_1970 = 719_468;

/** Days since 1970-01-01, so that days can be subtracted. Arithmetic, as it runs per invoice. */
export const dayNumber = (date: CalendarDate): number =>
  numberOf(digitsAt(date, 0, 4), digitsAt(date, 5, 7), digitsAt(date, 8, 10));

function numberOf(calendarYear: number, month: number, day: number): number {
  // A year that starts in March has its leap day last, so that a month's offset is one formula.
  const year = calendarYear - (month <= 2 ? 1 : 0);
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
}

/** 1970 to 2106: nights ask for the same few days over and over, so each is written once. */
const WRITTEN_ONCE = 50_000;
const written = new Array<CalendarDate | undefined>(WRITTEN_ONCE);

/** 0000-01-01 and 9999-12-31, which people write for "always" and "for ever". */
const [FIRST_DAY, LAST_DAY] = [-719_528, 2_932_896];

/** The day of a day number; there is none before the first or after the last. */
export function dayOfNumber(number: number): CalendarDate {
  const known = written[number];
  if (known !== undefined) return known;
  const bounded = Math.min(LAST_DAY, Math.max(FIRST_DAY, number));
  const day = fromUtc(new Date(bounded * MS_PER_DAY));
  if (number >= 0 && number < WRITTEN_ONCE) written[number] = day;
  return day;
}

/** Whole days; negative when `to` comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  dayNumber(to) - dayNumber(from);

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  dayOfNumber(dayNumber(date) + days);

export function endOfMonth(date: CalendarDate): CalendarDate {
  const [year, month] = [digitsAt(date, 0, 4), digitsAt(date, 5, 7)];
  return dayOfNumber(dayNumber(date) - dayOfMonth(date) + daysIn(year, month));
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

const months = new Map<string, CalendarMonth>();
const MOST_DAYS_KNOWN = 10_000;
const monthsOfDays = new Map<CalendarDate, CalendarMonth>();

/** Known by the day as a whole: to cut its month out of it costs more than to look it up. */
export function monthOf(date: CalendarDate): CalendarMonth {
  const known = monthsOfDays.get(date);
  if (known !== undefined) return known;
  if (monthsOfDays.size === MOST_DAYS_KNOWN) monthsOfDays.clear();
  const month = monthOfText(date.slice(0, 'YYYY-MM'.length));
  monthsOfDays.set(date, month);
  return month;
}

/** Parsed once, as nights ask for the same few months over and over. */
function monthOfText(text: string): CalendarMonth {
  const known = months.get(text);
  if (known !== undefined) return known;
  const month = CalendarMonth.parse(text);
  months.set(text, month);
  return month;
}

const monthsBefore = new Map<CalendarMonth, CalendarMonth>();

/** The month before: of January, December of the year before. */
export function monthBefore(month: CalendarMonth): CalendarMonth {
  const known = monthsBefore.get(month);
  if (known !== undefined) return known;
  const before = oneMonthBefore(month);
  monthsBefore.set(month, before);
  return before;
}

function oneMonthBefore(month: CalendarMonth): CalendarMonth {
  const [year, number] = [digitsAt(month, 0, 4), digitsAt(month, 5, 7)];
  return monthOfText(
    number === 1
      ? `${year - 1}`.padStart(4, '0').concat('-12')
      : `${month.slice(0, 5)}${`${number - 1}`.padStart(2, '0')}`,
  );
}

/** Day numbers of the first and the last day of a month. */
export function daysOfMonth(month: CalendarMonth): readonly [first: number, last: number] {
  const [year, number] = [digitsAt(month, 0, 4), digitsAt(month, 5, 7)];
  const first = numberOf(year, number, 1);
  return [first, first + daysIn(year, number) - 1];
}

/** The day of the month, 1 to 31. */
export const dayOfMonth = (date: CalendarDate): number => digitsAt(date, 8, 10);

/** The calendar day that an instant falls on in an IANA time zone. */
export function dayInZone(instant: Date, timeZone: string): CalendarDate {
  const parts = dayFormat(timeZone).formatToParts(instant);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return CalendarDate.parse(`${part('year')}-${part('month')}-${part('day')}`);
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Made once a zone: making one costs as much as using it thirty times. */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  dayFormats.set(timeZone, made);
  return made;
}

function digitsAt(date: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + date.charCodeAt(at) - 48;
  return value;
}

const fromUtc = (date: Date): CalendarDate => CalendarDate.parse(date.toISOString().slice(0, 10));
