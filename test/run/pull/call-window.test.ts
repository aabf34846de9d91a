import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CallCounts, claimCalls } from '../../../shared/run/pull/call-window.ts';

const START = Date.parse('2026-11-26T02:00:00Z');

describe('claimCalls', () => {
  test('no minute, wherever it begins, holds more calls than are allowed', () => {
    const asks = fc.array(
      fc.record({ afterMs: fc.nat(9_000), wanted: fc.integer({ min: 1, max: 60 }) }),
    );
    fc.assert(
      fc.property(asks, (each) => {
        const made = claimsOf(each, 100);

        for (const { at } of made) {
          const minute = made.filter((other) => other.at > at - 60_000 && other.at <= at);
          expect(minute.reduce((sum, { granted }) => sum + granted, 0)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  test('a minute and its rounding after the last call, all is allowed again', () => {
    const { counts } = claimCalls({}, new Date(START), 500, 500);

    expect(claimCalls(counts, new Date(START + 64_999), 1, 500).granted).toBe(0);
    expect(claimCalls(counts, new Date(START + 65_000), 500, 500)).toMatchObject({ granted: 500 });
  });

  test('what nobody needs any more is not kept', () => {
    const { counts } = claimCalls({}, new Date(START), 1, 500);

    const later = claimCalls(counts, new Date(START + 600_000), 1, 500);

    expect(Object.keys(later.counts)).toHaveLength(1);
  });
});

/** What is granted to one who asks at these moments. */
function claimsOf(asks: readonly { afterMs: number; wanted: number }[], perMinute: number) {
  let [at, counts]: [number, CallCounts] = [START, {}];
  return asks.map(({ afterMs, wanted }) => {
    at += afterMs;
    const claim = claimCalls(counts, new Date(at), wanted, perMinute);
    counts = claim.counts;
    return { at, granted: claim.granted };
  });
}
