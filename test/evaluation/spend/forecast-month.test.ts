import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DailySeries } from '../../../shared/evaluation/spend/daily-series.ts';
import {
  forecastMonth,
  type MonthForecast,
} from '../../../shared/evaluation/spend/forecast-month.ts';
import { day } from '../../builders.ts';
import { days, seriesFrom } from './series-builders.ts';

const forecast = (series: DailySeries, asOf: string): MonthForecast => {
  const made = forecastMonth(series, day(asOf));
  if (made.kind === 'forecast') return made;
  throw new Error(`Cannot test a forecast because there is none: ${made.because}`);
};

const even = (from: string, count: number, amount = 100) =>
  seriesFrom(
    from,
    days(count, () => amount),
  );

describe('forecastMonth', () => {
  test.each([
    { asOf: '2026-03-02', seen: 2, because: 'two days are too few' },
    { asOf: '2026-03-03', seen: 3, because: 'three are enough' },
  ])('on $asOf, $seen days in: $because', ({ asOf, seen }) => {
    const made = forecastMonth(even('2026-03-01', seen), day(asOf));

    expect(made.kind).toBe(seen < 3 ? 'no-forecast' : 'forecast');
    if (made.kind === 'no-forecast')
      expect(made.because).toBe('2 days of 2026-03 are known: a forecast needs 3');
  });

  test.each([
    { asOf: '2026-02-10', expected: 2800, because: 'February has 28 days' },
    { asOf: '2028-02-10', expected: 2900, because: 'in a leap year 29' },
    { asOf: '2026-04-10', expected: 3000, because: 'April has 30' },
    { asOf: '2026-12-31', expected: 3100, because: 'on the last day nothing remains' },
  ])('100 a day make $expected on $asOf: $because', ({ asOf, expected }) => {
    const month = even(`${asOf.slice(0, 8)}01`, Number(asOf.slice(8)));

    expect(forecast(month, asOf)).toMatchObject({ expected, daysSeen: Number(asOf.slice(8)) });
  });

  test.each([
    { asOf: '2026-03-31', spent: 3_100, because: 'the last day belongs to its month' },
    { asOf: '2026-04-03', spent: 600, because: 'the first of the next month starts anew' },
  ])('on $asOf $spent are spent: $because', ({ asOf, spent }) => {
    const series = seriesFrom('2026-03-01', [...days(31, () => 100), ...days(3, () => 200)]);

    expect(forecast(series, asOf).spent).toBe(spent);
  });

  test('days after the night are not looked at', () => {
    const known = even('2026-03-01', 10);
    const replayed = seriesFrom('2026-03-01', [...known.amounts, ...days(5, () => 9_999)]);

    expect(forecast(replayed, '2026-03-10')).toEqual(forecast(known, '2026-03-10'));
  });

  test('late data are forecast from where they end', () => {
    expect(forecast(even('2026-03-01', 10), '2026-03-14')).toMatchObject({
      expected: 3_100,
      daysSeen: 10,
      through: '2026-03-10',
    });
  });

  test('a missing day is expected to have cost what a day costs, never nothing', () => {
    const gap = seriesFrom(
      '2026-03-01',
      days(12, (at) => (at === 4 ? undefined : 100)),
    );

    expect(forecast(gap, '2026-03-12')).toMatchObject({
      expected: 3_100,
      spent: 1_100,
      daysSeen: 11,
    });
  });

  test('a month the customer began in is counted from its first day', () => {
    expect(forecast(even('2026-03-22', 4), '2026-03-25').expected).toBe(1_000);
  });

  test('the first days of a new customer weigh alike', () => {
    const began = seriesFrom('2026-03-01', [100, 200, 600]);

    expect(forecast(began, '2026-03-03')).toMatchObject({ perDay: 300, expected: 9_300 });
  });

  test('a customer closed at weekends is expected to stay so', () => {
    // 5 January 2026 is a Monday.
    const working = seriesFrom(
      '2026-01-05',
      days(70, (at) => (at % 7 < 5 ? 100 : 10)),
    );

    // 15 March is a Sunday: of the 16 days left 12 are working days, 1,240 in all.
    const { expected, spent } = forecast(working, '2026-03-15');
    expect(Math.abs(expected - spent - 1_240)).toBeLessThan(40);
  });

  test.each([
    { at: 20, perDay: 100, because: 'it has passed, and the level forgets it' },
    { at: 38, perDay: 100, because: 'three ordinary days after it are enough for that' },
    { at: 39, perDay: 367, because: 'with two of them it may still be the new level' },
  ])('a spike on day $at makes $perDay a day: $because', ({ at, perDay }) => {
    const series = seriesFrom(
      '2026-02-01',
      days(42, (each) => (each === at ? 2_000 : 100)),
    );

    expect(forecast(series, '2026-03-14').perDay).toBe(perDay);
  });

  test('steady growth is carried on, and said', () => {
    const growing = seriesFrom(
      '2026-02-01',
      days(42, (at) => 100 + 2 * at),
    );
    const actual = Array.from({ length: 31 }, (_, at) => 156 + 2 * at).reduce((a, b) => a + b, 0);

    const { expected, method } = forecast(growing, '2026-03-14');
    expect(method).toBe('level-and-trend');
    expect(Math.abs(expected - actual) / actual).toBeLessThan(0.02);
    const hesitant = seriesFrom(
      '2026-02-01',
      days(42, (at) => 100 + at + (at % 14 < 7 ? 9 : 0)),
    );
    expect(forecast(hesitant, '2026-03-14').method).toBe('level');
  });

  test.each([
    { from: '2026-03-01', asOf: '2026-03-14', early: false, because: 'two weeks are history' },
    { from: '2026-03-02', asOf: '2026-03-14', early: true, because: 'a new customer has less' },
    {
      from: '2026-01-01',
      asOf: '2026-03-04',
      early: true,
      because: 'four days of a month are few',
    },
    { from: '2026-01-01', asOf: '2026-03-05', early: false, because: 'five are not' },
  ])('from $from on, $asOf is early: $early, as $because', ({ from, asOf, early }) => {
    const length = Math.round((Date.parse(asOf) - Date.parse(from)) / 86_400_000) + 1;

    expect(forecast(even(from, length), asOf).isEarly).toBe(early);
  });

  test('the range narrows as the month goes by', () => {
    const series = even('2026-02-01', 56);
    const width = (asOf: string) => forecast(series, asOf).high - forecast(series, asOf).low;

    expect(width('2026-03-28')).toBeLessThan(width('2026-03-10'));
  });
});

const anyDays = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 100_000 }) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
  { minLength: 31, maxLength: 90 },
);

describe('laws of forecastMonth', () => {
  // Powers of two scale without rounding, so a tie stays a tie.
  test('scaling all amounts scales the forecast', () => {
    fc.assert(
      fc.property(anyDays, fc.constantFrom(2, 8, 1024), (amounts, times) => {
        const scaled = amounts.map((each) => (each === undefined ? each : each * times));
        const [a, b] = [amounts, scaled].map((each) =>
          forecastMonth(seriesFrom('2026-01-01', each), day('2026-02-20')),
        );
        expect(b?.kind).toBe(a?.kind);
        if (a?.kind !== 'forecast' || b?.kind !== 'forecast') return;
        for (const figure of ['expected', 'low', 'high'] as const)
          expect(Math.abs(b[figure] - times * a[figure])).toBeLessThanOrEqual(times);
        expect([b.method, b.daysSeen, b.isEarly]).toEqual([a.method, a.daysSeen, a.isEarly]);
      }),
    );
  });

  test('a forecast is whole minor units, within its range, and not below what is spent', () => {
    fc.assert(
      fc.property(anyDays, (amounts) => {
        const made = forecastMonth(seriesFrom('2026-01-01', amounts), day('2026-02-20'));
        if (made.kind !== 'forecast') return;
        expect([made.expected, made.low, made.high].every(Number.isSafeInteger)).toBe(true);
        expect(made.low).toBeLessThanOrEqual(made.expected);
        expect(made.high).toBeGreaterThanOrEqual(made.expected);
        expect(made.low).toBeGreaterThanOrEqual(made.spent);
      }),
    );
  });

  test('forgetting a day never makes it nothing: the forecast of even days stays', () => {
    const missing = fc.uniqueArray(fc.integer({ min: 0, max: 45 }), { maxLength: 8 });

    fc.assert(
      fc.property(missing, (gaps) => {
        const series = seriesFrom(
          '2026-02-01',
          days(47, (at) => (gaps.includes(at) && at > 0 ? undefined : 100)),
        );
        expect(forecast(series, '2026-03-19').expected).toBe(3_100);
      }),
    );
  });
});
