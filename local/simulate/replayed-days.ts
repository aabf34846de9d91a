import {
  addDays,
  type CalendarDate,
  dayNumber,
  dayOfNumber,
  daysBetween,
} from '../../shared/ledger/calendar-date.ts';
import { UsageError } from '../commands/usage-error.ts';

export type DaysAsked = {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly on?: readonly CalendarDate[];
};

/** A century: who asks for more has mistyped a year. */
const MOST_DAYS = 36_525;

/** The nights to replay, in order, each once. Without any asked for, `present`. Throws UsageError. */
export function replayedDays(
  { from, to, on }: DaysAsked,
  present: CalendarDate,
): readonly CalendarDate[] {
  if (on !== undefined) {
    if (from === undefined && to === undefined) return [...new Set(on)].sort();
    throw new UsageError(
      'Cannot replay --on some days and --from one day --to another at once: pass one or the other',
    );
  }
  if (from === undefined && to !== undefined)
    throw new UsageError(
      `Cannot replay up to ${to} because nobody says from which day: pass --from as well, or --on ${to}`,
    );
  return everyDay(from ?? present, to ?? present);
}

function everyDay(from: CalendarDate, to: CalendarDate): readonly CalendarDate[] {
  const days = daysBetween(from, to) + 1;
  if (days < 1)
    throw new UsageError(
      `Cannot replay from ${from} to ${to} because the last day comes first: swap them`,
    );
  if (days > MOST_DAYS)
    throw new UsageError(
      `Cannot replay from ${from} to ${to} because that is ${days} days: ask for ${MOST_DAYS} at most, such as --to ${addDays(from, MOST_DAYS - 1)}`,
    );
  const first = dayNumber(from);
  return Array.from({ length: days }, (_, index) => dayOfNumber(first + index));
}
