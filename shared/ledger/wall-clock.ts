import type { CalendarDate } from './calendar-date.ts';
import { dayInZone } from './calendar-date.ts';

/** What a clock on the wall of a time zone shows. */
export type WallClock = { readonly day: CalendarDate; readonly minutes: number };

export const MINUTES_PER_DAY = 1440;
const MS_PER_MINUTE = 60_000;

export function wallClock(instant: Date, timeZone: string): WallClock {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
  return { day: dayInZone(instant, timeZone), minutes: minutesOf(text) };
}

/** Minutes since midnight, of a time such as 07:30. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return 60 * Number(hours) + Number(minutes);
}

/**
 * The first instant, on a whole minute, at which that clock shows so many minutes after midnight
 * again. A time that a change of the clocks skips comes an hour later, one that it repeats once.
 */
export function nextAt(minutes: number, from: Date, timeZone: string): Date {
  const start = Math.floor(from.getTime() / MS_PER_MINUTE) * MS_PER_MINUTE;
  const ahead = (instant: number): number =>
    (minutes - wallClock(new Date(instant), timeZone).minutes + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const reached = start + (ahead(start) || MINUTES_PER_DAY) * MS_PER_MINUTE;
  const off = ahead(reached);
  const late = off > MINUTES_PER_DAY / 2 ? off - MINUTES_PER_DAY : off;
  const corrected = reached + late * MS_PER_MINUTE;
  return new Date(ahead(corrected) === 0 && corrected > start ? corrected : reached);
}
