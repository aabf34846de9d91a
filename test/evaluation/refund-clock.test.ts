import { expect, test } from 'vitest';
import { refundClocks } from '../../shared/evaluation/refund-clock.ts';
import { arrangement, day } from '../builders.ts';

const cases = [
  arrangement('fraud-case', { from: '2026-03-10' }),
  arrangement('fraud-case', { from: '2026-01-01', until: '2026-02-01' }),
  arrangement('hold', { from: '2026-03-01' }),
];

test.each([
  { asOf: '2026-01-31', is: ['2026-01-01: 30'], because: 'counted in calendar days' },
  { asOf: '2026-02-01', is: [], because: 'its last day is over' },
  { asOf: '2026-03-09', is: [], because: 'the next has not begun' },
  { asOf: '2026-03-10', is: ['2026-03-10: 60'], because: 'all 60 are left on the first day' },
  { asOf: '2026-05-09', is: ['2026-03-10: 0'], because: 'the last day is a day too' },
  { asOf: '2026-05-10', is: ['2026-03-10: -1'], because: 'then it is too late' },
])('on $asOf what is left is $is: $because', ({ asOf, is }) => {
  const clocks = refundClocks(cases, 60, day(asOf));

  expect(clocks.map(({ from, daysLeft }) => `${from}: ${daysLeft}`)).toEqual(is);
});
