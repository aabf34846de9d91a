import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastCompleteDay } from '../../../shared/evaluation/spend/daily-series.ts';
import { day, spend } from '../../builders.ts';
import { dailySeries } from './daily-series.ts';
import { amountsOf, seriesFrom } from './series-builders.ts';

describe('dailySeries', () => {
  test('rows of a day add up, in one currency, from its first day on', () => {
    const rows = [spend('2026-03-02', 5), spend('2026-03-01', 10), spend('2026-03-02', -2)];
    const other = spend('2026-02-27', 999, 'USD');

    expect(dailySeries([...rows, other], 'EUR')).toEqual(seriesFrom('2026-03-01', [10, 3]));
  });

  test('a currency that was never spent has no series', () => {
    expect(dailySeries([spend('2026-03-01', 10)], 'USD')).toBeUndefined();
  });

  test.each([
    {
      through: undefined,
      amounts: [10, undefined, 30],
      because: 'a day without a row is missing, as nobody vouches for it',
    },
    {
      through: '2026-03-03',
      amounts: [10, 0, 30],
      because: 'a source that vouches for it makes it nothing',
    },
    { through: '2026-03-04', amounts: [10, 0, 30, 0], because: 'also behind the newest row' },
    {
      through: '2026-03-02',
      amounts: [10, 0],
      because: 'a later day is still growing and stays out',
    },
  ])('complete through $through, 1 and 3 March are $amounts: $because', ({ through, amounts }) => {
    const rows = [spend('2026-03-01', 10), spend('2026-03-03', 30)];
    const complete = through === undefined ? undefined : day(through);

    expect(dailySeries(rows, 'EUR', complete)?.amounts).toEqual(amountsOf(amounts));
  });

  test('a source complete before the first row has nothing to say', () => {
    expect(dailySeries([spend('2026-03-02', 1)], 'EUR', day('2026-03-01'))).toBeUndefined();
  });

  test('the last complete day is the newest of the whole customer, so a silent currency is missing', () => {
    const series = dailySeries([spend('2026-02-28', 1), spend('2026-03-01', 1, 'USD')], 'EUR');

    expect(series?.amounts).toEqual(amountsOf([1, undefined]));
    expect(series && lastCompleteDay(series)).toBe('2026-03-01');
  });

  test('the order of rows does not matter', () => {
    const row = fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: -100, max: 1000 }))
      .map(([date, amount]) => spend(`2026-02-${`${date}`.padStart(2, '0')}`, amount));

    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        expect(dailySeries(rows.toReversed(), 'EUR')).toEqual(dailySeries(rows, 'EUR'));
      }),
    );
  });
});
