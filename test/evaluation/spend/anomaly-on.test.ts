import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anomalyOn } from '../../../shared/evaluation/spend/anomaly-on.ts';
import type { AnomalyOptions } from '../../../shared/evaluation/spend/anomaly-options.ts';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import { day } from '../../builders.ts';
import { ANOMALY_DEFAULTS } from './anomaly-defaults.ts';
import { days, seriesFrom } from './series-builders.ts';

const FIRST = '2026-02-01';
const TODAY = '2026-03-08';
/** Days before TODAY. */
const PAST = 35;

const verdict = (
  past: ReturnType<typeof days>,
  amount: number | undefined,
  options: Partial<AnomalyOptions> = {},
) =>
  anomalyOn(seriesFrom(FIRST, [...past, amount]), day(TODAY), { ...ANOMALY_DEFAULTS, ...options });

const even = days(PAST, () => 10_000);
/** Days 1,000 to either side of 10,000 in turn: usually 1,000 from the week's median. */
const noisy = days(PAST, (at) => [9_000, 10_000, 11_000][at % 3]);

describe('anomalyOn', () => {
  test.each([
    { amount: 13_999, is: 'usual', because: '39.99 % more is not 40 %' },
    { amount: 14_000, is: 'anomaly', because: '40 % more is' },
    { amount: 2_000, is: 'usual', because: 'less is never told' },
  ])('$amount after 10,000 a day is $is: $because', ({ amount, is }) => {
    expect(verdict(even, amount).kind).toBe(is);
  });

  test.each([
    { least: 4_000, is: 'anomaly', because: 'the money is enough' },
    { least: 4_001, is: 'usual', because: 'a cent less is not' },
  ])('4,000 above the usual with $least wanted is $is: $because', ({ least, is }) => {
    expect(verdict(even, 14_000, { minimumExcessMinorUnits: least }).kind).toBe(is);
  });

  test.each([
    { score: 3, is: 'anomaly', because: 'it is far for an even customer' },
    { score: 9, is: 'usual', because: 'a stricter policy lets it pass' },
  ])('14,000 after 10,000 a day, at a score of $score, is $is: $because', ({ score, is }) => {
    expect(verdict(even, 14_000, { minimumScore: score }).kind).toBe(is);
  });

  test('what is odd for an even customer is usual for a noisy one', () => {
    const wild = days(PAST, (at) => [4_000, 10_000, 16_000][at % 3]);

    expect(verdict(noisy, 20_000).kind).toBe('anomaly');
    expect(verdict(wild, 20_000).kind).toBe('usual');
  });

  test('it says how much, and what was usual', () => {
    expect(verdict(even, 30_000)).toEqual({
      kind: 'anomaly',
      on: TODAY,
      amount: 30_000,
      usual: 10_000,
      excess: 20_000,
    });
  });

  test('an earlier spike is no habit', () => {
    const spiked = even.map((each, at) => (at === PAST - 2 ? 90_000 : each));

    expect(verdict(spiked, 30_000)).toMatchObject({ kind: 'anomaly', usual: 10_000 });
  });

  test('a new level is a habit after half a week', () => {
    const risen = (count: number) => even.map((each, at) => (at >= PAST - count ? 30_000 : each));

    expect(verdict(risen(3), 30_000).kind).toBe('anomaly');
    expect(verdict(risen(4), 30_000).kind).toBe('usual');
  });

  // 1 February 2026 is a Sunday, and so is 8 March.
  const working = days(PAST, (at) => (at % 7 === 0 || at % 7 === 6 ? 2_000 : 10_000));

  test('a Monday after a quiet Sunday is no spike, and a busy Sunday is one', () => {
    const withMonday = seriesFrom(FIRST, [...working, 2_000, 10_000]);

    expect(anomalyOn(withMonday, day('2026-03-09'), ANOMALY_DEFAULTS).kind).toBe('usual');
    expect(verdict(working, 10_000)).toMatchObject({ kind: 'anomaly', usual: 2_000 });
  });

  test.each([
    { amount: 2_550, is: 'usual', because: 'a quiet day keeps half the allowance of a busy one' },
    { amount: 2_600, is: 'anomaly', because: 'beyond it a quiet day is as odd as any' },
  ])('a Sunday of $amount after 2,000 on Sundays is $is: $because', ({ amount, is }) => {
    expect(verdict(working, amount, { minimumPercent: 10 }).kind).toBe(is);
  });

  test('a service that wakes after weeks of nothing is found, without a share of nothing', () => {
    const asleep = days(PAST, () => 0);

    expect(verdict(asleep, 99).kind).toBe('usual');
    expect(verdict(asleep, 100)).toMatchObject({ kind: 'anomaly', usual: 0, excess: 100 });
  });

  test('a day without data is said to be missing, not to be cheap', () => {
    expect(verdict(even, undefined)).toEqual({
      kind: 'unknown',
      what: 'day-missing',
      because: '2026-03-08 has no data',
    });
  });

  test('a day that is not complete is not judged', () => {
    const made = anomalyOn(seriesFrom(FIRST, even), day(TODAY), ANOMALY_DEFAULTS);

    expect(made).toEqual({
      kind: 'unknown',
      what: 'day-incomplete',
      because: 'data reach 2026-03-07, not yet 2026-03-08',
    });
  });

  test.each([
    { count: 20, known: false, because: 'less than three weeks are no habit' },
    { count: 21, known: true, because: 'three weeks are' },
  ])('after $count days: $because', ({ count, known }) => {
    const series = seriesFrom(FIRST, [...days(count, () => 10_000), 90_000]);
    const made = anomalyOn(series, addDays(day(FIRST), count), ANOMALY_DEFAULTS);

    expect(made.kind).toBe(known ? 'anomaly' : 'unknown');
  });

  test('missing days before it are left out, not read as zero', () => {
    const gaps = even.map((each, at) => (at % 5 === 0 ? undefined : each));

    expect(verdict(gaps, 13_000)).toEqual({ kind: 'usual', amount: 13_000, usual: 10_000 });
  });
});

describe('laws of anomalyOn', () => {
  const past = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: PAST, maxLength: PAST });

  // Powers of two scale without rounding, so a tie stays a tie.
  test('scaling all amounts changes no verdict but the one stated in money', () => {
    fc.assert(
      fc.property(past, fc.nat(200_000), fc.constantFrom(2, 16), (amounts, amount, times) => {
        const [plain, scaled] = [1, times].map((factor) =>
          verdict(
            amounts.map((each) => each * factor),
            amount * factor,
            { minimumExcessMinorUnits: 1 },
          ),
        );
        if (plain?.kind === 'usual' && amount - plain.usual <= 1) return;
        expect(scaled?.kind).toBe(plain?.kind);
      }),
    );
  });

  test('a costlier day is never less of an anomaly', () => {
    fc.assert(
      fc.property(past, fc.nat(100_000), fc.nat(100_000), (amounts, amount, more) => {
        if (verdict(amounts, amount).kind === 'anomaly')
          expect(verdict(amounts, amount + more).kind).toBe('anomaly');
      }),
    );
  });
});
