import { language } from '../words/current-language.ts';

/** A day without an hour is read as UTC and written as UTC, so that no time zone moves it. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), options);

const IN_FULL = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

export const longDay = (day: string): string =>
  format({ ...IN_FULL, timeZone: 'UTC' }).format(noon(day));

export const shortDay = (day: string): string =>
  format({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(noon(day));

export const dayAndMonth = (day: string): string =>
  format({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(noon(day));

export const monthOf = (month: string): string =>
  format({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(`${month}-15`));

/** An instant, in the reader's own time zone. */
export const instant = (at: string): string =>
  format({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

export const moved = (day: string, days: number): string =>
  new Date(noon(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);
