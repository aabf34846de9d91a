import { expect, test } from 'vitest';
import { replayedDays } from '../../../local/simulate/replayed-days.ts';
import { shownNights } from '../../../local/simulate/shown-nights.ts';
import { day } from '../../builders.ts';

const PRESENT = day('2026-03-17');

test.each([
  { asked: {}, days: ['2026-03-17'], because: 'the present is one night' },
  {
    asked: { from: day('2026-03-16') },
    days: ['2026-03-16', '2026-03-17'],
    because: 'the last night is the present',
  },
  {
    asked: { from: day('2024-02-28'), to: day('2024-03-01') },
    days: ['2024-02-28', '2024-02-29', '2024-03-01'],
    because: 'both ends count, and a leap day is a day',
  },
  {
    asked: { on: [day('2026-02-28'), day('2025-12-31'), day('2026-02-28')] },
    days: ['2025-12-31', '2026-02-28'],
    because: 'time runs forward, and a night happens once',
  },
])('$asked is replayed on $days: $because', ({ asked, days }) => {
  expect(replayedDays(asked, PRESENT)).toEqual(days);
});

test.each([
  { from: '2026-03-01', to: '2026-03-12', shown: 12, because: 'there is room for twelve' },
  { from: '2026-03-01', to: '2026-03-13', shown: 2, because: 'then first and last of the month' },
  { from: '2024-01-01', to: '2026-12-31', shown: 37, because: 'three years of month ends fit' },
  { from: '2024-01-01', to: '2027-01-01', shown: 5, because: 'beyond, years do' },
])('of $from to $to a summary shows $shown nights: $because', ({ from, to, shown }) => {
  const days = replayedDays({ from: day(from), to: day(to) }, PRESENT);

  const nights = [...shownNights(days)];

  expect(nights).toHaveLength(shown);
  expect([nights[0], nights.at(-1)]).toEqual([from, to]);
});
