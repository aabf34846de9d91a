import { describe, expect, test } from 'vitest';
import { spendSeries } from '../../page/views/customer/spend-series.ts';

const march = { month: '2026-03', budget: '600.00', forecast: '620.00' };

describe('spend as it is drawn', () => {
  test('a month begins anew at nothing', () => {
    const { days } = spendSeries(
      [
        { date: '2026-02-28', amount: '10.00' },
        { date: '2026-03-01', amount: '5.00' },
        { date: '2026-03-02', amount: '7.50' },
      ],
      undefined,
    );

    expect(days.map(({ monthToDate }) => monthToDate)).toEqual([10, 5, 12.5]);
  });

  test('a day without a row is a gap, and no zero', () => {
    const { days } = spendSeries(
      [
        { date: '2026-03-01', amount: '5.00' },
        { date: '2026-03-03', amount: '5.00' },
      ],
      undefined,
    );

    expect(days[1]).toEqual({ date: '2026-03-02', amount: null, monthToDate: 5 });
  });

  test('a forecast leads from the last day to the end of its month', () => {
    const { forecast, budget } = spendSeries([{ date: '2026-03-17', amount: '5.00' }], march);

    expect(forecast).toEqual({ from: '2026-03-17', to: '2026-03-31', amount: 620 });
    expect(budget).toBe(600);
  });

  test('a forecast of another month than the last one shown is not drawn', () => {
    const { forecast } = spendSeries([{ date: '2026-02-28', amount: '5.00' }], march);

    expect(forecast).toBeUndefined();
  });

  test.each([
    { currency: 'JPY', amount: '900', decimals: 0 },
    { currency: 'EUR', amount: '5.00', decimals: 2 },
    { currency: 'KWD', amount: '1.501', decimals: 3 },
  ])('$currency is summed up with its $decimals decimals', ({ amount, decimals }) => {
    expect(spendSeries([{ date: '2026-03-17', amount }], undefined).decimals).toBe(decimals);
  });

  test('nothing spent is nothing drawn', () => {
    expect(spendSeries([], march)).toEqual({
      days: [],
      decimals: 0,
      budget: undefined,
      forecast: undefined,
    });
  });
});
