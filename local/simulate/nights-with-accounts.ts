import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { Course } from './course.ts';
import { shownNights } from './shown-nights.ts';

/** The nights a report has room for, without those on which nobody had an account yet. */
export function nightsWithAccounts({
  days,
  accounts,
}: Course): readonly { readonly day: CalendarDate; readonly at: number }[] {
  const shown = shownNights(days);
  const nightlies = [...accounts.values()];
  return days.flatMap((day, at) =>
    shown.has(day) && nightlies.some((nightly) => (nightly[at] ?? 0) > 0) ? [{ day, at }] : [],
  );
}
