import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ReadingsByPart,
  readingsKept,
} from '../../../shared/evaluation/spend/kept-readings.ts';
import { withSpendOf } from '../../../shared/evaluation/spend/spend-of-readings.ts';
import { addDays } from '../../../shared/ledger/calendar-date.ts';
import { MonthToDateReading } from '../../../shared/ledger/spend.ts';
import { day, facts, spend } from '../../builders.ts';

const PART = 'partner-center|t-1';

const reading = (date: string, minorUnits: number, modifiedAt?: string): MonthToDateReading =>
  MonthToDateReading.parse({ date, minorUnits, currency: 'EUR', modifiedAt });

const kept = (...nights: readonly MonthToDateReading[]): ReadingsByPart =>
  nights.reduce<ReadingsByPart>(
    (before, each) => readingsKept(before, [{ part: PART, readings: [each] }]) ?? {},
    {},
  );

const days = (readings: ReadingsByPart, asOf = '2099-12-31'): string[] =>
  withSpendOf(facts(), readings, day(asOf)).spend.map(
    ({ date, minorUnits }) => `${date} ${minorUnits}`,
  );

describe('month-to-date readings, night by night', () => {
  test('a day costs what the month has grown by', () => {
    const readings = kept(
      reading('2026-03-01', 100),
      reading('2026-03-02', 250),
      reading('2026-03-03', 250),
    );

    expect(days(readings)).toEqual(['2026-03-01 100', '2026-03-02 150', '2026-03-03 0']);
  });

  test('a month begins anew', () => {
    const readings = kept(reading('2026-03-31', 3_100), reading('2026-04-01', 70));

    expect(days(readings).slice(-2)).toEqual(['2026-03-31 100', '2026-04-01 70']);
  });

  test('on the first of a month a portal still tells the month before', () => {
    const readings = kept(
      reading('2026-03-30', 3_000, '2026-03-30T17:00:00Z'),
      reading('2026-04-01', 3_100, '2026-03-31T17:00:00Z'),
    );

    expect(days(readings).at(-1)).toBe('2026-03-31 100');
  });

  test('one told again, of the same instant, has no news and is no day without spend', () => {
    const readings = kept(
      reading('2026-03-02', 250, '2026-03-02T17:00:00Z'),
      reading('2026-03-03', 250, '2026-03-02T17:00:00Z'),
    );

    expect(days(readings)).toEqual(['2026-03-01 125', '2026-03-02 125']);
  });

  test('of two of a day the later holds', () => {
    const readings = kept(
      reading('2026-03-01', 100, '2026-03-01T09:00:00Z'),
      reading('2026-03-01', 130, '2026-03-01T17:00:00Z'),
    );

    expect(days(readings)).toEqual(['2026-03-01 130']);
  });

  test('one that comes late fills its day, and replaces nothing that is newer', () => {
    const readings = kept(
      reading('2026-03-01', 100, '2026-03-01T17:00:00Z'),
      reading('2026-03-03', 300, '2026-03-03T17:00:00Z'),
      reading('2026-03-02', 120, '2026-03-02T17:00:00Z'),
      reading('2026-03-03', 299, '2026-03-03T11:00:00Z'),
    );

    expect(days(readings)).toEqual(['2026-03-01 100', '2026-03-02 20', '2026-03-03 180']);
  });

  test('a day that has come in UTC, and not yet to the reseller, is kept for the night after', () => {
    const readings = kept(
      reading('2026-05-30', 3_000, '2026-05-30T17:00:00Z'),
      reading('2026-06-01', 40, '2026-06-01T01:00:00Z'),
    );

    expect(days(readings, '2026-05-31').at(-1)).toBe('2026-05-30 100');
    expect(days(readings, '2026-06-01').at(-1)).toBe('2026-06-01 40');
  });

  test('days that a source tells itself are not told twice', () => {
    const books = facts({ spend: [spend('2026-03-02', 240)] });
    const readings = kept(reading('2026-03-02', 250), reading('2026-04-01', 10));

    expect(withSpendOf(books, readings, day('2026-04-01')).spend).toEqual([
      spend('2026-03-02', 240),
      spend('2026-04-01', 10),
    ]);
  });

  test('more than 400 days are not kept', () => {
    const nights = Array.from({ length: 500 }, (_, at) =>
      reading(addDays(day('2025-01-01'), at), at),
    );

    const [only] = kept(...nights)[PART] ?? [];

    expect(only?.minorUnits).toHaveLength(400);
    expect(only?.from).toBe('2025-04-11');
  });
});

const nightsOf = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 100_000 })), {
    minLength: 1,
  })
  .map((pairs) => pairs.map(([at, cents]) => reading(addDays(day('2026-01-15'), at), cents)));

describe('laws of readings', () => {
  test('a night that is run again keeps the same', () => {
    fc.assert(
      fc.property(nightsOf, (nights) => {
        const once = kept(...nights);
        const [last] = nights.slice(-1);

        expect(last && readingsKept(once, [{ part: PART, readings: [last] }])).toEqual(once);
      }),
    );
  });

  test('a month costs what its newest reading says, where none is of a first', () => {
    fc.assert(
      fc.property(nightsOf, (unordered) => {
        const nights = unordered
          .filter(({ date }) => !date.endsWith('-01'))
          .toSorted((a, b) => (a.date < b.date ? -1 : 1));
        const march = nights.filter(({ date }) => date.startsWith('2026-02')).at(-1);
        const { spend: rows } = withSpendOf(facts(), kept(...nights), day('2026-04-30'));

        const sum = rows
          .filter(({ date }) => date.startsWith('2026-02'))
          .reduce((total, { minorUnits }) => total + minorUnits, 0);

        expect(sum).toBe(march?.minorUnits ?? 0);
      }),
    );
  });
});
