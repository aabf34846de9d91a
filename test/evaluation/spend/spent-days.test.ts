import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DailySeries, isKnown } from '../../../shared/evaluation/spend/daily-series.ts';
import {
  type SpentDays,
  seriesOf,
  spendSoFar,
  spentBetween,
  spentDays,
} from '../../../shared/evaluation/spend/spent-days.ts';
import { addDays, dayNumber } from '../../../shared/ledger/calendar-date.ts';
import type { DailySpend } from '../../../shared/ledger/spend.ts';
import { day, spend } from '../../builders.ts';
import { dailySeries } from './daily-series.ts';

const first = day('2026-01-01');
const on = (at: number) => addDays(first, at);
const rows = fc.array(
  fc
    .record({
      at: fc.integer({ min: 0, max: 60 }),
      amount: fc.integer({ min: -500, max: 500 }),
      currency: fc.constantFrom('EUR', 'USD'),
    })
    .map(({ at, amount, currency }) => spend(on(at), amount, currency)),
);
const at = fc.integer({ min: 0, max: 60 });

/** Without the profiles that were made on the way. */
function daysOf(spent: SpentDays, currency: string): DailySeries | undefined {
  const series = seriesOf(spent, currency);
  if (series === undefined) return undefined;
  const { profiles: _, ...days } = series;
  return days;
}

describe('spentDays', () => {
  test('without a bound its whole days are the daily series', () => {
    fc.assert(
      fc.property(rows, at, (spent, whole) => {
        const days = spentDays(spent, 0, on(whole));
        const complete = spent.filter(({ date }) => date <= on(whole));

        expect(daysOf(days, 'EUR')).toEqual(dailySeries(complete, 'EUR'));
      }),
    );
  });

  test('with a bound, newer days are the same and the series ends on the same day', () => {
    fc.assert(
      fc.property(rows, at, at, (spent, whole, oldest) => {
        const all = seriesOf(spentDays(spent, 0, on(whole)), 'EUR');
        const kept = seriesOf(spentDays(spent, dayNumber(on(oldest)), on(whole)), 'EUR');
        const [length, shorter] = [all?.amounts.length ?? 0, kept?.amounts.length ?? 0];
        const end = (all?.firstDay ?? 0) + length;

        expect((kept?.firstDay ?? 0) + shorter).toBe(end);
        if (end > dayNumber(on(oldest)))
          expect(kept?.amounts).toEqual(all?.amounts.slice(length - shorter));
      }),
    );
  });

  test('rows that come night by night are the same on each night as all of them at once', () => {
    fc.assert(
      fc.property(rows, at, (spent, oldest) => {
        const since = dayNumber(on(oldest));
        const soFar = spendSoFar(since);
        for (let night = oldest; night <= 60; night += 1) {
          const seen = spent.filter(({ date }) => date <= on(night));
          const isNew = ({ date }: DailySpend) => night === oldest || date === on(night);
          for (const row of seen.filter(isNew)) soFar.add(row);

          const [known, anew] = [soFar.spentDays(on(night)), spentDays(seen, since, on(night))];

          expect(known.currencies).toEqual(anew.currencies);
          for (const currency of ['EUR', 'USD']) {
            expect(daysOf(known, currency)).toEqual(daysOf(anew, currency));
            expect(spentBetween(known, currency, since, dayNumber(on(60)))).toBe(
              spentBetween(anew, currency, since, dayNumber(on(60))),
            );
          }
        }
      }),
    );
  });

  test('days that are not whole yet are spent all the same', () => {
    fc.assert(
      fc.property(rows, at, at, (spent, from, through) => {
        const own = spent.filter(
          ({ currency, date }) => currency === 'EUR' && date >= on(from) && date <= on(through),
        );
        const sum = own.reduce((total, { minorUnits }) => total + minorUnits, 0);
        const days = spentDays(spent, 0, first);

        expect(spentBetween(days, 'EUR', dayNumber(on(from)), dayNumber(on(through)))).toBe(sum);
      }),
    );
  });

  test('currencies are known however long ago they were spent in', () => {
    const days = spentDays(
      [spend('2026-02-01', 1, 'USD'), spend('2025-01-01', 1), spend('2026-02-01', 1, 'CHF')],
      dayNumber(day('2026-01-01')),
      day('2026-02-01'),
    );

    expect(days.currencies).toEqual(['CHF', 'EUR', 'USD']);
    expect(seriesOf(days, 'EUR')?.amounts.every((each) => !isKnown(each))).toBe(true);
    expect(seriesOf(days, 'GBP')).toBeUndefined();
  });
});
