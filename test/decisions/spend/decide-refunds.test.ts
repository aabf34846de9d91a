import { describe, expect, test } from 'vitest';
import { arrangement, facts } from '../../builders.ts';
import { becauseIn, nightOf, nightsOver, tellsOnly, toldIn } from './spend-nights.ts';

const rules = tellsOnly({});
const fraud = (over: object = {}) =>
  facts({ arrangements: [arrangement('fraud-case', { from: '2026-03-01', ...over })] });
const ALL = ['2026-03-01', '2026-06-30'] as const;

describe('the clock of a credit request', () => {
  test('runs 60 calendar days from the first day of fraud, and is told as it runs out', () => {
    expect(toldIn(nightsOver(fraud(), rules, ALL))).toEqual([
      '03-16 refund-clock 45',
      '03-31 refund-clock 30',
      '04-16 refund-clock 14',
      '04-23 refund-clock 7',
      '04-27 refund-clock 3',
      '04-29 refund-clock 1',
      '05-01 refund-clock expired',
    ]);
  });

  test.each([
    { night: '2026-04-30', daysLeft: 0, says: 'today is the last day' },
    { night: '2026-04-29', daysLeft: 1, says: '1 day left' },
    { night: '2026-05-01', daysLeft: -1, says: 'that has passed' },
  ])('on $night says: $says', ({ night, daysLeft, says }) => {
    const nights = nightsOver(fraud(), rules, [night, night]);

    expect(nightOf(nights).refunds).toEqual([
      { from: '2026-03-01', lastDay: '2026-04-30', daysLeft },
    ]);
    expect(becauseIn(nights)[0]).toContain(says);
    expect(becauseIn(nights)[0]).toContain('once per customer');
  });

  test('counts through a leap February', () => {
    const rows = fraud({ from: '2024-02-01' });

    expect(nightOf(nightsOver(rows, rules, ['2024-02-20', '2024-02-20'])).refunds).toEqual([
      { from: '2024-02-01', lastDay: '2024-04-01', daysLeft: 41 },
    ]);
  });

  test('a case that is recorded late tells the latest reminder, once', () => {
    const late = (asOf: string) => (asOf < '2026-04-25' ? facts() : fraud());

    expect(toldIn(nightsOver(late, rules, ['2026-04-20', '2026-04-28']))).toEqual([
      '04-25 refund-clock 5',
      '04-27 refund-clock 3',
    ]);
  });

  test('ends on the day its case does', () => {
    const nights = nightsOver(fraud({ until: '2026-03-31' }), rules, ALL);

    expect(toldIn(nights)).toEqual(['03-16 refund-clock 45']);
    expect(nights[29]?.night.refunds).toHaveLength(1);
    expect(nights[30]?.night.refunds).toBeUndefined();
  });

  test('is urgent in its last week', () => {
    const urgent = nightsOver(fraud(), rules, ALL).flatMap(({ night }) =>
      night.notices.map(({ stage, isUrgent = false }) => [stage, isUrgent]),
    );

    expect(urgent.filter(([, is]) => is).map(([stage]) => stage)).toEqual(['7', '3', '1']);
  });

  test('runs for each first day by itself, and on stale data too', () => {
    const two = facts({
      arrangements: [
        arrangement('fraud-case', { from: '2026-03-20' }),
        arrangement('fraud-case', { from: '2026-03-01' }),
        arrangement('fraud-case', { from: '2026-03-01', reason: 'seen by another' }),
      ],
    });
    const stale = { holdStages: 'source files is 3 days old' };
    const nights = nightsOver(two, rules, ['2026-03-10', '2026-04-04'], undefined, stale);

    expect(toldIn(nights)).toEqual([
      '03-16 refund-clock 45',
      '03-31 refund-clock 30',
      '04-04 refund-clock 45',
    ]);
  });

  test('has the days that the policy names', () => {
    const own = tellsOnly({ anomalies: { refundClock: { days: 10, remindAtDaysLeft: [2] } } });

    expect(toldIn(nightsOver(fraud(), own, ALL))).toEqual([
      '03-09 refund-clock 2',
      '03-12 refund-clock expired',
    ]);
  });
});
