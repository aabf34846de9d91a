import { describe, expect, test } from 'vitest';
import {
  ForecastRecord,
  forecastRecord,
  scoreForecast,
  typicalPercentError,
  withForecast,
} from '../../../shared/evaluation/spend/forecast-record.ts';
import { day } from '../../builders.ts';

const record = (over: Record<string, unknown> = {}): ForecastRecord =>
  ForecastRecord.parse({
    madeOn: '2026-03-10',
    month: '2026-03',
    currency: 'EUR',
    daysSeen: 10,
    expected: 1_000,
    low: 900,
    high: 1_100,
    ...over,
  });

describe('forecastRecord', () => {
  test('it keeps what a night said, under the month of the night', () => {
    const made = {
      kind: 'forecast',
      expected: 1_000,
      low: 900,
      high: 1_100,
      method: 'level',
      spent: 300,
      daysSeen: 10,
      perDay: 33,
      through: day('2026-03-10'),
      isEarly: false,
    } as const;

    expect(forecastRecord(made, 'EUR', day('2026-03-10'))).toEqual(record());
  });

  test('a night run twice is kept once, as it was said last', () => {
    const other = record({ currency: 'USD' });
    const again = record({ expected: 1_010 });

    expect(withForecast([record(), other], again)).toEqual([other, again]);
  });
});

describe('scoreForecast', () => {
  test.each([
    { actual: 1_000, error: 0, within: true, because: 'it came as forecast' },
    { actual: 1_100, error: 9.1, within: true, because: 'the end of the range is within' },
    { actual: 1_101, error: 9.2, within: false, because: 'a cent above is not' },
    { actual: 899, error: 11.2, within: false, because: 'nor is a cent below' },
    { actual: 0, error: undefined, within: false, because: 'of nothing there is no share' },
  ])('1,000 against $actual is $error % off: $because', ({ actual, error, within }) => {
    const score = scoreForecast(record(), actual);

    expect(score.absolutePercentError).toBe(error);
    expect(score.isWithinRange).toBe(within);
  });
});

describe('typicalPercentError', () => {
  const score = (daysSeen: number, actual: number, currency = 'EUR') =>
    scoreForecast(record({ daysSeen, currency }), actual);

  test('it is the mean of forecasts made about as late, in one currency', () => {
    const scores = [score(8, 800), score(12, 1_000), score(13, 500), score(10, 400, 'USD')];

    expect(typicalPercentError(scores, 'EUR', 10)).toBe(12.5);
  });

  test('without such a forecast there is none', () => {
    expect(typicalPercentError([score(20, 800)], 'EUR', 10)).toBeUndefined();
  });
});
