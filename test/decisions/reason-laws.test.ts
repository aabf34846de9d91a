import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportedReason } from '../../shared/languages/en.ts';
import { Reason } from '../../shared/languages/reason.ts';
import { addDays } from '../../shared/ledger/calendar-date.ts';
import { anyFacts, anyPolicy } from '../arbitraries.ts';
import { day } from '../builders.ts';
import { nightsOn } from './nights.ts';

test('whatever is told or held back says why as data, and its English is made of that', () => {
  const nights = Array.from({ length: 12 }, (_, at) => addDays(day('2026-01-05'), at * 9));

  fc.assert(
    fc.property(anyFacts, anyPolicy, (rows, rules) => {
      for (const { night } of nightsOn(rows, rules, nights))
        for (const { because, reason = [] } of [...night.notices, ...night.suppressed]) {
          expect(reportedReason(Reason.parse(reason))).toBe(because);
          expect(reason.filter(({ key }) => key === 'text')).toEqual([]);
        }
    }),
    { numRuns: 100 },
  );
});
