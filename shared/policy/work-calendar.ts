import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import type { Reason } from '../languages/reason.ts';
import { addDays, type CalendarDate, dayNumber, dayOfNumber } from '../ledger/calendar-date.ts';
import type { Policy } from './policy.ts';

/** A day on which nobody is told of dunning, and the next one that is worked. */
export type DayOff = { readonly because: Reason; readonly until: CalendarDate };

/** 1 January 1970 was a Thursday. */
const WEEKDAYS = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const;
/** However many holidays in a row: a calendar that never ends waits no longer than this. */
const MOST_DAYS_OFF = 60;

/**
 * Undefined on a day that is worked, by the reseller and in the customer's country. Regional
 * holidays are worked; so is every public holiday of a country that is unknown.
 */
export function dayOffOn(
  day: CalendarDate,
  country: string | undefined,
  reseller: Policy['reseller'],
): DayOff | undefined {
  const because = whyOff(day, country, reseller);
  if (because === undefined) return undefined;
  let until = addDays(day, 1);
  for (let days = 1; days < MOST_DAYS_OFF; days++) {
    if (whyOff(until, country, reseller) === undefined) break;
    until = addDays(until, 1);
  }
  return { because, until };
}

function whyOff(
  day: CalendarDate,
  country: string | undefined,
  { workingDays, holidays }: Policy['reseller'],
): Reason | undefined {
  const weekday = WEEKDAYS[((dayNumber(day) % 7) + 7) % 7];
  if (weekday !== undefined && !workingDays.includes(weekday)) return [{ key: 'weekday', day }];
  if (holidays.includes(day)) return [{ key: 'our-holiday', day }];
  if (country === undefined) return undefined;
  const name = publicHoliday(day, country);
  return name === undefined ? undefined : [{ key: 'public-holiday', day, name, country }];
}

const byCountryAndYear = new Map<string, ReadonlyMap<string, string>>();

function publicHoliday(day: CalendarDate, country: string): string | undefined {
  const year = day.slice(0, 'YYYY'.length);
  const key = `${country}|${year}`;
  const known = byCountryAndYear.get(key);
  if (known !== undefined) return known.get(day);
  const holidays = publicHolidays(country, Number(year));
  byCountryAndYear.set(key, holidays);
  return holidays.get(day);
}

/** Loaded when first asked: its data are some megabytes, and most nights tell few. */
function publicHolidays(country: string, year: number): ReadonlyMap<string, string> {
  if (!/^[A-Za-z]{2}$/.test(country)) return new Map();
  const Calendar: typeof Holidays = createRequire(import.meta.url)('date-holidays');
  const calendar = new Calendar(country, { types: ['public'], languages: 'en' });
  return new Map(
    calendar
      .getHolidays(year)
      .flatMap(({ date, start, end, name }) =>
        daysFrom(date.slice(0, 'YYYY-MM-DD'.length), start, end).map((day) => [day, name] as const),
      ),
  );
}

/** Some last several days, and some begin the evening before. */
function daysFrom(first: string, start: Date, end: Date): string[] {
  const wholeDays = Math.floor((end.getTime() - start.getTime()) / 86_400_000 + 0.1);
  const from = Date.parse(first) / 86_400_000;
  return Array.from({ length: Math.max(1, wholeDays) }, (_, index) => dayOfNumber(from + index));
}
