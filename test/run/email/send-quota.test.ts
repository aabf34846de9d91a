import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextSlot, Pace, type SendLimits, withSlot } from '../../../shared/run/email/send-quota.ts';

const LIMITS: SendLimits = { perMinute: 30, perHour: 100 };
const START = Date.parse('2026-03-17T02:00:00Z');
const at = (ms: number): Date => new Date(START + ms);

/** Sends whenever it is asked to and may; when e-mails left, in milliseconds. */
function sentAt(asked: readonly number[], limits: SendLimits): number[] {
  let pace = Pace.parse({});
  return asked.filter((ms) => {
    const next = withSlot(pace, limits, at(ms));
    pace = next ?? pace;
    return next !== undefined;
  });
}

/** The most that left in any span of so many seconds. */
function mostWithin(seconds: number, sent: readonly number[]): number {
  const counts = sent.map((start) =>
    sent.filter((ms) => start <= ms && ms < start + 1000 * seconds),
  );
  return Math.max(0, ...counts.map(({ length }) => length));
}

describe('the quota of sending', () => {
  test('holds in every minute and every hour, wherever it begins', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 150, maxLength: 400 });
    const limits = fc.record({
      perMinute: fc.integer({ min: 1, max: 10 }),
      perHour: fc.integer({ min: 1, max: 60 }),
    });

    fc.assert(
      fc.property(gaps, limits, (asked, { perMinute, perHour }) => {
        let ms = 0;
        const times = asked.map((gap) => (ms += gap));
        const sent = sentAt(times, { perMinute, perHour });
        expect(mostWithin(60, sent)).toBeLessThanOrEqual(perMinute);
        expect(mostWithin(3600, sent)).toBeLessThanOrEqual(perHour);
      }),
      { numRuns: 100 },
    );
  });

  test('is used in full: thirty at once, thirty a minute later, until a hundred have left', () => {
    const everySecond = Array.from({ length: 3_700 }, (_, second) => 1000 * second);

    const sent = sentAt(everySecond, LIMITS);

    expect(sent.filter((ms) => ms < 60_000)).toHaveLength(30);
    expect(sent.filter((ms) => ms < 120_000)).toHaveLength(60);
    expect(sent.filter((ms) => ms < 3_600_000)).toHaveLength(100);
    expect(sent[100]).toBe(3_600_000);
  });

  test('says when one more may leave, and is right', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 300 }), (gaps) => {
        let pace = Pace.parse({});
        let now = 0;
        for (const gap of gaps) {
          now = Math.max(now + gap, nextSlot(pace, LIMITS, at(now + gap)).getTime() - START);
          const next = withSlot(pace, LIMITS, at(now));
          expect(next).toBeDefined();
          pace = next ?? pace;
        }
      }),
      { numRuns: 50 },
    );
  });

  test('remembers no more than the last hour, a second in a row', () => {
    let pace = Pace.parse({});
    for (let ms = 0; ms < 7_200_000; ms += 250)
      pace = withSlot(pace, { perMinute: undefined, perHour: 100_000 }, at(ms)) ?? pace;

    expect(pace.sent.length).toBeLessThanOrEqual(3_601);
  });

  test('takes nothing while the transport is closed', () => {
    const pace = { sent: [], woken: [], closedUntil: at(5_000).toISOString() };

    expect(withSlot(pace, LIMITS, at(4_999))).toBeUndefined();
    expect(nextSlot(pace, LIMITS, at(0))).toEqual(at(5_000));
    expect(withSlot(pace, LIMITS, at(5_000))).toBeDefined();
  });
});
