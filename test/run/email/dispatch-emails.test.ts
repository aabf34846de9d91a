import { describe, expect, test } from 'vitest';
import { urgencyOf } from '../../../shared/run/email/urgency.ts';
import { numbers } from '../numbers.ts';
import { drained, mostWithin } from './draining.ts';

const LIMITS = { perMinute: 30, perHour: 100 };

describe('e-mails under a quota', () => {
  test('leave in order of urgency, with exactly its rate', async () => {
    const { sent, outOfOrder, statuses, inLine } = await drained({
      emails: 1_000,
      limits: LIMITS,
      killedOneIn: Infinity,
      random: numbers(1),
    });

    expect(sent).toHaveLength(1_000);
    expect(sent.map(urgencyOf)).toEqual(sent.map(urgencyOf).toSorted());
    expect(outOfOrder).toBe(0);
    expect(mostWithin(60, sent)).toBe(30);
    expect(mostWithin(3600, sent)).toBe(100);
    const hours = ((sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0)) / 3_600_000;
    expect(hours).toBeGreaterThan(9);
    expect(hours).toBeLessThan(9.1);
    expect([statuses, inLine]).toEqual([new Set(['accepted']), 0]);
  });

  test.each([1, 2, 3])(
    'leave once each, within the quota, whoever dies sending them: %i',
    async (seed) => {
      const { sent, outOfOrder, deaths, statuses, inLine } = await drained({
        emails: 400,
        limits: LIMITS,
        killedOneIn: 60,
        random: numbers(seed),
        copies: 2,
      });

      expect(deaths).toBeGreaterThan(20);
      expect(new Set(sent.map(({ id }) => id)).size).toBe(400);
      expect(outOfOrder).toBe(0);
      expect(mostWithin(60, sent)).toBeLessThanOrEqual(30);
      expect(mostWithin(3600, sent)).toBeLessThanOrEqual(100);
      expect([statuses, inLine]).toEqual([new Set(['accepted']), 0]);
    },
  );
});
