import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromReadings } from '../../../shared/evaluation/spend/from-readings.ts';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import { day } from '../../builders.ts';

const reading = (date: string, minorUnits: number, currency = 'EUR') => ({
  date: day(date),
  minorUnits,
  currency,
});

const costs = (readings: Parameters<typeof fromReadings>[0]) =>
  fromReadings(readings).map(({ date, minorUnits }) => `${date} ${minorUnits}`);

describe('fromReadings', () => {
  test.each([
    {
      because: 'a day cost what the month gained',
      readings: [reading('2026-03-01', 10), reading('2026-03-02', 25)],
      is: ['2026-03-01 10', '2026-03-02 15'],
    },
    {
      because: 'a month that was re-rated makes a negative day',
      readings: [reading('2026-03-01', 10), reading('2026-03-02', 7)],
      is: ['2026-03-01 10', '2026-03-02 -3'],
    },
    {
      because: 'days between readings share the difference to the cent, and none is nothing',
      readings: [reading('2026-03-01', 10), reading('2026-03-04', 20)],
      is: ['2026-03-01 10', '2026-03-02 3', '2026-03-03 3', '2026-03-04 4'],
    },
    {
      because: 'a new month starts at zero, on the first of March after 28 February',
      readings: [reading('2026-02-28', 280), reading('2026-03-01', 9)],
      is: ['2026-03-01 9'],
    },
    {
      because: 'and after 29 February in a leap year',
      readings: [reading('2028-02-28', 28), reading('2028-02-29', 30), reading('2028-03-01', 5)],
      is: ['2028-02-29 2', '2028-03-01 5'],
    },
    {
      because: 'a reading late in its first month is spread over it',
      readings: [reading('2026-03-03', 30)],
      is: ['2026-03-01 10', '2026-03-02 10', '2026-03-03 10'],
    },
    {
      because: 'who appears on the 20th has spent since the first, for all that is known',
      readings: [reading('2026-03-20', 40)],
      is: ['2026-03-01 2', '2026-03-02 2', '2026-03-03 2'],
      first: 3,
    },
    {
      because: 'on the first, what is no lower than all of May still tells May',
      readings: [
        reading('2026-05-30', 3_000),
        reading('2026-05-31', 3_100),
        reading('2026-06-01', 3_130),
        reading('2026-06-02', 210),
      ],
      is: ['2026-05-31 130', '2026-06-01 105', '2026-06-02 105'],
    },
    {
      because: 'and what is lower than May is June’s, however much it is',
      readings: [reading('2026-05-31', 3_100), reading('2026-06-01', 3_099)],
      is: ['2026-06-01 3099'],
    },
    {
      because:
        'who began on the last of May may spend more on the first of June than in all of May',
      readings: [reading('2026-05-31', 5), reading('2026-06-01', 8)],
      is: ['2026-06-01 8'],
    },
    {
      because: 'and so may who was not read since the third of May',
      readings: [reading('2026-05-02', 2), reading('2026-05-03', 4), reading('2026-06-01', 8)],
      is: ['2026-06-01 8'],
    },
    {
      because: 'after a month that cost nothing the first is its own',
      readings: [reading('2026-05-31', 0), reading('2026-06-01', 500)],
      is: ['2026-06-01 500'],
    },
    {
      because: 'on the second a portal tells the month that it is',
      readings: [reading('2026-05-31', 100), reading('2026-06-02', 500)],
      is: ['2026-06-01 250', '2026-06-02 250'],
    },
    {
      because: 'a month that is billed in another currency from its 11th on begins anew in that',
      readings: [reading('2026-03-10', 100), reading('2026-03-11', 22, 'USD')],
      is: ['2026-03-09 2', '2026-03-10 2', '2026-03-11 2'],
    },
    {
      because: 'of two readings for a day the later one holds',
      readings: [reading('2026-03-01', 10), reading('2026-03-01', 12)],
      is: ['2026-03-01 12'],
    },
  ])('$because', ({ readings, is, first }) => {
    const told = costs(readings);
    expect(first === undefined ? told.slice(-is.length) : told.slice(0, first)).toEqual(is);
  });

  test('currencies are kept apart', () => {
    const mixed = [
      reading('2026-03-01', 10),
      reading('2026-03-01', 99, 'USD'),
      reading('2026-03-02', 30),
    ];

    expect(fromReadings(mixed).filter(({ currency }) => currency === 'EUR')).toHaveLength(2);
    expect(costs(mixed)).toContain('2026-03-02 20');
  });

  test('the days of a month sum to its last reading, whatever is missing between', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer()), {
      minLength: 1,
      maxLength: 7,
    });

    fc.assert(
      fc.property(gaps, (steps) => {
        let date = day('2026-01-01');
        const readings = steps.map(([gap, minorUnits]) => {
          date = addDays(date, gap);
          return { date, minorUnits, currency: 'EUR' };
        });
        const sum = fromReadings(readings).reduce((total, each) => total + each.minorUnits, 0);
        expect(sum).toBe(readings.at(-1)?.minorUnits);
      }),
    );
  });
});
