import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interestDays, interestOf, shareOf } from '../../shared/evaluation/interest.ts';

const year = { fromDay: 0, days: 365, millionths: 500_000 };

describe('interestOf', () => {
  test.each([
    { open: 1, interest: 0, because: 'a half goes to the even nought' },
    { open: 3, interest: 2, because: 'one and a half goes to the even two' },
    { open: 5, interest: 2, because: 'two and a half goes to the even two' },
  ])('50 % of $open over a year is $interest: $because', ({ open, interest }) => {
    expect(interestOf([{ ...year, open }])).toBe(interest);
  });

  test('parts are rounded together, once', () => {
    const half = { ...year, open: 1 };

    expect(interestOf([half, half, half, half])).toBe(2);
  });

  test('amounts beyond what a float holds times its days stay exact', () => {
    const open = 9_007_199_254_740_991;

    expect(interestOf([{ ...year, open, millionths: 1_000_000 }])).toBe(open);
  });

  test('interest up to a day and from it on is the interest of both', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    const rates = [0, 10, 20].map((fromDay, at) => ({ fromDay, millionths: 365 * (at + 1) }));
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 40 }), (open, cut) => {
        const whole = interestDays([{ from: 0, until: 40, open }], rates);
        const [before, after] = [
          { from: 0, until: cut, open },
          { from: cut, until: 40, open },
        ].map((span) => interestDays([span], rates));

        expect(interestOf([...(before ?? []), ...(after ?? [])])).toBe(interestOf(whole));
        expect(whole.map(({ days }) => days)).toEqual([10, 10, 20]);
      }),
    );
  });
});

test('a share is rounded half to even', () => {
  expect([1, 3, 5].map((amount) => shareOf(amount, 500_000))).toEqual([0, 2, 2]);
});
