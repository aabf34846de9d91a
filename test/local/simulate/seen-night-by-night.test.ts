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

        const { seenOn: marked, ...seen } = seenOn(asOf);

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

test('facts cut for a night are cut again for an earlier one, and not for a later one', () => {
  const rows = facts({ spend: [spend('2026-03-01', 100), spend('2026-03-03', 200)] });
  const seen = seenNightByNight(rows)(day('2026-03-03'));

  expect(factsSeenOn(seen, day('2026-03-04'))).toBe(seen);
  expect(factsSeenOn(seen, day('2026-03-02')).spend).toEqual([spend('2026-03-01', 100)]);
});
