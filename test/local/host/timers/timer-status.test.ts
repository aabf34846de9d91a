import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSchedule } from '../../../../local/host/timers/timer-schedule.ts';
import {
  NEVER,
  statusAfterRun,
  statusAtStart,
} from '../../../../local/host/timers/timer-status.ts';

const at = (text: string) => new Date(text);
const nightly = readSchedule('0 30 2 * * *');

describe('readSchedule', () => {
  test.each([
    {
      text: '0 30 2 * * *',
      next: '2026-01-02T02:30:00Z',
      because: 'six fields begin with seconds',
    },
    { text: '30 2 * * *', next: '2026-01-02T02:30:00Z', because: 'five have none' },
    { text: '0 0 9 * * 1-5', next: '2026-01-02T09:00:00Z', because: 'a Friday' },
    { text: '0 0 9 * * SUN', next: '2026-01-04T09:00:00Z', because: 'names are known' },
    { text: '0 0 9 * * 0', next: '2026-01-04T09:00:00Z', because: '0 is Sunday' },
    { text: '0 0 0 13 * FRI', next: '2026-02-13T00:00:00Z', because: 'day and weekday both hold' },
    { text: '0 5/20 * * * *', next: '2026-01-01T12:05:00Z', because: 'it counts on from 5' },
    { text: '0 0 0 1 JAN-MAR *', next: '2026-02-01T00:00:00Z', because: 'months have names' },
  ])('$text comes next at $next: $because', ({ text, next }) => {
    expect(readSchedule(text).next(at('2026-01-01T12:00:00Z'))).toEqual(at(next));
  });

  test('an occurrence is not its own next one', () => {
    expect(nightly.next(at('2026-01-02T02:30:00Z'))).toEqual(at('2026-01-03T02:30:00Z'));
  });

  test.each([
    { text: '* * * * * *', isMonitored: false },
    { text: '*/15 * * * * *', isMonitored: false },
    { text: '0,30 * * * * *', isMonitored: false },
    { text: '0 * * * * *', isMonitored: true },
    { text: '*/5 0 * * * *', isMonitored: true },
    { text: '*/5 * * * *', isMonitored: true },
  ])('$text is monitored: $isMonitored', ({ text, isMonitored }) => {
    expect(readSchedule(text).isMonitored).toBe(isMonitored);
  });

  test.each([
    '',
    '2:30',
    '01:00:00',
    '0 0 2 * *  * 2026',
    '0 99 2 * * *',
    '0 0 0 31 2 *',
    '@daily',
  ])('"%s" is refused', (text) => {
    expect(() => readSchedule(text)).toThrow(`Cannot schedule "${text}": use six fields`);
  });
});

describe('statusAtStart', () => {
  const ranAt = at('2026-01-01T02:30:00.050Z');
  const stored = { last: ranAt, next: at('2026-01-02T02:30:00Z'), lastUpdated: ranAt };

  test.each([
    { now: '2026-01-02T02:29:59Z', isPastDue: false, because: 'it is not due yet' },
    { now: '2026-01-02T02:30:01Z', isPastDue: true, because: 'it was due a second ago' },
    { now: '2026-02-01T00:00:00Z', isPastDue: true, because: 'a month of nights is one run' },
  ])('at $now past due is $isPastDue: $because', ({ now, isPastDue }) => {
    expect(statusAtStart(stored, nightly, at(now))).toEqual({ status: stored, isPastDue });
  });

  test('a first start remembers the next occurrence', () => {
    const now = at('2026-01-01T12:00:00Z');

    expect(statusAtStart(undefined, nightly, now)).toEqual({
      status: { last: NEVER, next: at('2026-01-02T02:30:00Z'), lastUpdated: now },
      isPastDue: false,
    });
  });

  test('a timer that has never run is past due all the same', () => {
    const first = statusAtStart(undefined, nightly, at('2026-01-01T12:00:00Z')).status;

    expect(statusAtStart(first, nightly, at('2026-01-03T00:00:00Z')).isPastDue).toBe(true);
  });

  test.each([
    { now: '2026-01-01T12:00:00Z', next: '2026-01-02T04:00:00Z', because: 'it is still to come' },
    { now: '2026-01-02T12:00:00Z', next: '2026-01-03T04:00:00Z', because: 'what passed is gone' },
  ])('a changed schedule goes on at $next: $because', ({ now, next }) => {
    const { status, isPastDue } = statusAtStart(stored, readSchedule('0 0 4 * * *'), at(now));

    expect([status.next, status.last, isPastDue]).toEqual([at(next), NEVER, false]);
  });
});

test('what a run leaves behind is past due exactly when an occurrence has passed', () => {
  const minute = fc.date({
    noInvalidDate: true,
    min: at('2026-01-01T00:00:00Z'),
    max: at('2026-12-31T00:00:00Z'),
  });
  fc.assert(
    fc.property(minute, fc.nat({ max: 10 * 86_400_000 }), (startedAt, later) => {
      const now = new Date(startedAt.getTime() + later);
      const left = statusAfterRun(nightly, startedAt);

      const { isPastDue } = statusAtStart(left, nightly, now);

      expect(isPastDue).toBe(nightly.next(startedAt) < now);
    }),
    { numRuns: 50 },
  );
});
