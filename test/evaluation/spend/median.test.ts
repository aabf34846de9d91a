import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKnown } from '../../../shared/evaluation/spend/daily-series.ts';
import { median, medianWithin, weekMedians } from '../../../shared/evaluation/spend/median.ts';
import { amountsOf } from './series-builders.ts';

const room = (length: number) => new Float64Array(length);

describe('median', () => {
  test.each([
    { of: [3, 1, 2], atLeast: 1, is: 2, because: 'the one in the middle' },
    { of: [4, 1, 3, 2], atLeast: 1, is: 2.5, because: 'between the two in the middle' },
    { of: [undefined, 5, undefined], atLeast: 1, is: 5, because: 'of what is known' },
    { of: [1, 2, 3], atLeast: 4, is: undefined, because: 'three are fewer than four' },
    { of: [], atLeast: 1, is: undefined, because: 'nothing has no middle' },
  ])('of $of, at least $atLeast, is $is: $because', ({ of, atLeast, is }) => {
    expect(median(amountsOf(of), atLeast)).toBe(is);
  });

  test('it is right of more values than there was room for', () => {
    const many = Float64Array.from({ length: 1001 }, (_, at) => (at * 617) % 1001);

    expect(median(many)).toBe(500);
  });
});

describe('weekMedians', () => {
  test('week after week they are the medians of the seven days', () => {
    const amount = fc.option(fc.integer({ min: -9, max: 99 }), { nil: undefined });

    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        (of, least) => {
          const days = amountsOf(of);
          const medians = weekMedians(days, least, room);

          expect(medians).toHaveLength(Math.max(0, days.length - 6));
          for (const [from, each] of medians.entries())
            expect(isKnown(each) ? each : undefined).toBe(
              medianWithin(days, from, from + 7, least),
            );
        },
      ),
    );
  });
});
