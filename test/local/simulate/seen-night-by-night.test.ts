import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenNightByNight } from '../../../local/simulate/seen-night-by-night.ts';
import { nightFacts } from '../../../shared/evaluation/night-facts.ts';
import { isKnown, lastCompleteDay } from '../../../shared/evaluation/spend/daily-series.ts';
import { type SpentDays, seriesOf } from '../../../shared/evaluation/spend/spent-days.ts';
import { addDays, dayNumber } from '../../../shared/ledger/calendar-date.ts';
import { factsSeenOn } from '../../../shared/ledger/customer-facts.ts';
import { anyDay, anyFacts } from '../../arbitraries.ts';
import { day, facts, spend } from '../../builders.ts';

test('night by night, whatever order rows come in, exactly what a night can see is seen', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, fc.integer({ min: 1, max: 9 }), (rows, first, step) => {
      const seenOn = seenNightByNight(rows);
      for (let night = 0; night < 10; night += 1) {
        const asOf = addDays(first, night * step);

        const { seenOn: marked, settled, spentDays, ...seen } = seenOn(asOf);

        expect(seen).toStrictEqual(factsSeenOn(rows, asOf));
        expect(marked).toBe(asOf);
      }
    }),
    { numRuns: 100 },
  );
});

test('a night on which nothing is new shares the rows of the night before', () => {
  const seenOn = seenNightByNight(
    facts({ spend: [spend('2026-03-01', 100), spend('2026-03-03', 200)] }),
  );

  const [first, second, third] = ['2026-03-01', '2026-03-02', '2026-03-03'].map((each) =>
    seenOn(day(each)),
  );

  expect(second?.spend).toBe(first?.spend);
  expect(third?.spend).toHaveLength(2);
});

test('what is known from the nights before is what a night finds out by itself', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, fc.integer({ min: 1, max: 9 }), (rows, first, step) => {
      const seenOn = seenNightByNight(rows);
      for (let night = 0; night < 10; night += 1) {
        const asOf = addDays(first, night * step);
        // Another policy may ask for older days than the first one did.
        const oldest = dayNumber(asOf) - (night < 5 ? 100 : 200);

        const [known, anew] = [seenOn(asOf), nightFacts(rows, asOf)];
        const [spent, spentAnew] = [known, anew].map((each) => each.spentDays(oldest, asOf));

        expect(known.settled()).toEqual(anew.settled());
        expect(spent?.currencies).toEqual(spentAnew?.currencies);
        for (const currency of spentAnew?.currencies ?? [])
          expect(daysFrom(oldest, spent, currency)).toEqual(daysFrom(oldest, spentAnew, currency));
      }
    }),
    { numRuns: 100 },
  );
});

/** A night may know older days besides, which it did not ask for. */
const daysFrom = (oldest: number, spent: SpentDays | undefined, currency: string) => {
  const series = spent && seriesOf(spent, currency);
  if (series === undefined) return undefined;
  const asked = series.amounts.slice(Math.max(0, oldest - series.firstDay));
  return { last: lastCompleteDay(series), asked: asked.filter(isKnown) };
};

test('facts cut for a night are cut again for an earlier one, and not for a later one', () => {
  const rows = facts({ spend: [spend('2026-03-01', 100), spend('2026-03-03', 200)] });
  const seen = seenNightByNight(rows)(day('2026-03-03'));

  expect(factsSeenOn(seen, day('2026-03-04'))).toBe(seen);
  expect(factsSeenOn(seen, day('2026-03-02')).spend).toEqual([spend('2026-03-01', 100)]);
});
