import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seenNightByNight } from '../../../local/simulate/seen-night-by-night.ts';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import { factsSeenOn } from '../../../shared/ledger/customer-facts.ts';
import { anyDay, anyFacts } from '../../arbitraries.ts';
import { day, facts, spend } from '../../builders.ts';

test('night by night, whatever order rows come in, exactly what a night can see is seen', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, fc.integer({ min: 1, max: 9 }), (rows, first, step) => {
      const seenOn = seenNightByNight(rows);
      for (let night = 0; night < 10; night += 1) {
        const asOf = addDays(first, night * step);

        const { seenOn: marked, isSpendInOrder, ...seen } = seenOn(asOf);
        const dates = seen.spend.map(({ date }) => date);

        expect(seen).toStrictEqual(factsSeenOn(rows, asOf));
        expect(marked).toBe(asOf);
        if (isSpendInOrder) expect(dates).toEqual(dates.toSorted());
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

test('spend that comes by date is known to, and other spend is not', () => {
  const rows = [spend('2026-03-01', 100), spend('2026-03-03', 200), spend('2026-03-03', 300)];
  const isInOrder = (spent: typeof rows) =>
    seenNightByNight(facts({ spend: spent }))(day('2026-03-03')).isSpendInOrder;

  expect(isInOrder(rows)).toBe(true);
  expect(isInOrder(rows.toReversed())).toBe(false);
});

test('facts cut for a night are cut again for an earlier one, and not for a later one', () => {
  const rows = facts({ spend: [spend('2026-03-01', 100), spend('2026-03-03', 200)] });
  const seen = seenNightByNight(rows)(day('2026-03-03'));

  expect(factsSeenOn(seen, day('2026-03-04'))).toBe(seen);
  expect(factsSeenOn(seen, day('2026-03-02')).spend).toEqual([spend('2026-03-01', 100)]);
});
