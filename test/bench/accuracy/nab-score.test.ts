import { describe, expect, test } from 'vitest';
import { alertRows } from './nab-detectors.ts';
import { nabScore, normalised, placeValue, probationRows } from './nab-score.ts';

describe('the NAB score', () => {
  // 2 / (1 + e^5p) - 1, worked out by hand from e^-5 = 0.0067379 and e^-2.5 = 0.0820850.
  test.each([
    { place: -1, value: 0.986614, because: 'the left edge of a window earns most' },
    { place: -0.5, value: 0.848284, because: 'its middle less' },
    { place: 0, value: 0, because: 'the right edge nothing' },
    { place: 1, value: -0.986614, because: 'a width behind it costs nearly all' },
    { place: 3, value: -1, because: 'three behind cost all' },
  ])('at $place it is $value: $because', ({ place, value }) => {
    expect(placeValue(place)).toBeCloseTo(value, 6);
  });

  const window = { first: 50, last: 59 };

  test.each([
    { alerts: [], score: -1, because: 'a window without an alert is missed' },
    { alerts: [50], score: 1, because: 'its first row is a full hit' },
    { alerts: [55], score: 0.848284 / 0.986614, because: 'row 55 has five of ten rows left' },
    { alerts: [55, 50, 58], score: 1, because: 'only the best alert of a window counts' },
    { alerts: [20], score: -1 - 0.11, because: 'before any window a false alarm costs all' },
    { alerts: [50, 68], score: 1 - 0.11 * 0.986614, because: 'nine rows behind ten is one width' },
    { alerts: [50, 20, 90], score: 1 - 0.22, because: 'false alarms add up' },
    { alerts: [14], score: -1, because: 'in the first 15 rows of 100 nothing counts' },
  ])('alerts at $alerts score $score: $because', ({ alerts, score }) => {
    expect(nabScore(100, [window], alerts)).toBeCloseTo(score, 5);
  });

  test('silence is 0, perfection 100', () => {
    expect(normalised(nabScore(100, [window], []), 1)).toBe(0);
    expect(normalised(nabScore(100, [window], [50]), 1)).toBe(100);
  });

  test('probation is 15 %, of 5,000 rows at most', () => {
    expect(probationRows(1_243)).toBe(186);
    expect(probationRows(22_695)).toBe(750);
  });

  test('an alert is quiet for the rows after it', () => {
    expect(alertRows([9, 9, 0, 9, 9, 9], 5, 1, 2)).toEqual([1, 4]);
  });
});
