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

/** Days since 1970-01-01, so that days can be subtracted. */
export const dayNumber = (date: CalendarDate): number => Date.parse(date) / MS_PER_DAY;

/** Whole days; negative when `to` comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  dayNumber(to) - dayNumber(from);

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromUtc(new Date(Date.parse(date) + days * MS_PER_DAY));

export function endOfMonth(date: CalendarDate): CalendarDate {
  const day = new Date(date);
  return fromUtc(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)));
}

export const monthOf = (date: CalendarDate): CalendarMonth => CalendarMonth.parse(date.slice(0, 7));

/** The calendar day that an instant falls on in an IANA time zone. */
export function dayInZone(instant: Date, timeZone: string): CalendarDate {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return CalendarDate.parse(`${part('year')}-${part('month')}-${part('day')}`);
}

const fromUtc = (date: Date): CalendarDate => CalendarDate.parse(date.toISOString().slice(0, 10));
