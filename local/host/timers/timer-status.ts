import { z } from 'zod';
import type { TimerSchedule } from './timer-schedule.ts';

const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** What the host remembers of a timer between starts, as the platform stores it. */
export const TimerStatus = z
  .object({ Last: Instant, Next: Instant, LastUpdated: Instant })
  .transform(({ Last, Next, LastUpdated }) => ({
    last: Last,
    next: Next,
    lastUpdated: LastUpdated,
  }));
export type TimerStatus = z.infer<typeof TimerStatus>;

/** The platform's date for "has never run". */
export const NEVER = new Date('0001-01-01T00:00:00Z');

/**
 * What a timer starts with: the stored status, a first one, or a new one if the schedule is not
 * the one that was stored. However many occurrences were missed, there is one past-due run.
 */
export function statusAtStart(
  stored: TimerStatus | undefined,
  schedule: TimerSchedule,
  now: Date,
): { readonly status: TimerStatus; readonly isPastDue: boolean } {
  if (stored === undefined) {
    const first = { last: NEVER, next: schedule.next(now), lastUpdated: now };
    return { status: first, isPastDue: false };
  }
  const hasRun = stored.last.getTime() !== NEVER.getTime();
  const expected = schedule.next(hasRun ? stored.last : stored.lastUpdated);
  if (expected.getTime() === stored.next.getTime())
    return { status: stored, isPastDue: stored.next < now };
  const next = expected < now ? schedule.next(now) : expected;
  return { status: { last: NEVER, next, lastUpdated: now }, isPastDue: false };
}

/** Counted from the start of the run, so a run longer than the interval is followed by another. */
export const statusAfterRun = (schedule: TimerSchedule, startedAt: Date): TimerStatus => ({
  last: startedAt,
  next: schedule.next(startedAt),
  lastUpdated: startedAt,
});

export const timerStatusJson = ({ last, next, lastUpdated }: TimerStatus): object => ({
  Last: instantText(last),
  Next: instantText(next),
  LastUpdated: instantText(lastUpdated),
});

const instantText = (date: Date): string => date.toISOString().replace(/(?:\.000)?Z$/, '+00:00');

/** What the handler is given. `status` is from before this run: its `next` is what fires now. */
export const timerInfo = (status: TimerStatus | undefined, isPastDue: boolean): string =>
  JSON.stringify({
    Schedule: { AdjustForDST: true },
    ScheduleStatus: status === undefined ? null : timerStatusJson(status),
    IsPastDue: isPastDue,
  });
