import { describe, expect, test } from 'vitest';
import { charge, FOCUS, focusCsv, readCosts, spentIn } from './cost-folder.ts';

describe('a charge that cannot be read', () => {
  test.each([
    { row: charge({ cost: '' }), column: 'BilledCost', value: '', reason: 'is empty' },
    { row: charge({ cost: 'NULL' }), column: 'BilledCost', value: '', reason: 'is empty' },
    {
      row: charge({ cost: '1;5' }),
      column: 'BilledCost',
      value: '1;5',
      reason: 'expected a plain decimal number such as 1234.50',
    },
    {
      row: charge({ cost: '1e99' }),
      column: 'BilledCost',
      value: '1e99',
      reason: 'is too large to be held exactly',
    },
    {
      row: charge({ currency: 'EURO' }),
      column: 'BillingCurrency',
      value: 'EURO',
      reason: 'expected an ISO 4217 currency such as EUR',
    },
    {
      row: charge({ start: '2026-02-30' }),
      column: 'ChargePeriodStart',
      value: '2026-02-30',
      reason: 'is no day of the calendar',
    },
    { row: charge({ start: '' }), column: 'ChargePeriodStart', value: '', reason: 'is empty' },
    {
      row: charge({ billed: 'March' }),
      column: 'BillingPeriodStart',
      value: 'March',
      reason: 'expected an instant such as 2026-03-17T00:00:00Z',
    },
    { row: charge({ customer: '' }), column: 'x_CustomerId', value: '', reason: 'is empty' },
    {
      row: charge({ customer: 'x'.repeat(301) }),
      column: 'x_CustomerId',
      value: 'x'.repeat(100),
      reason: 'is too long for an id',
    },
    {
      row: charge({ category: 'Gift' }),
      column: 'ChargeCategory',
      value: 'Gift',
      reason: 'is no charge we know',
    },
    {
      row: charge({ service: 'a\u0007b' }),
      column: 'ServiceName',
      value: 'a\u0007b',
      reason: 'has a control character',
    },
    { row: `${charge()},1`, column: '', value: '1', reason: 'has more cells than the header' },
    {
      row: charge({ service: '"VM' }),
      column: 'ServiceName',
      value: charge({ service: '"VM' }).slice(0, 100),
      reason: 'opens a quote that is never closed',
    },
  ])('leaves the others be: $column $reason', async ({ row, column, value, reason }) => {
    const read = await readCosts({ 'part.csv': focusCsv(charge(), row, charge()) });

    expect(read.rejects).toEqual([{ file: 'part.csv', line: 3, column, value, reason }]);
    expect(spentIn(read)).toEqual(['contoso 2026-03-03 200 EUR']);
    expect(read.counts).toMatchObject([{ rows: 3, accepted: 2, rejected: 1, isWhole: true }]);
  });

  test('is told from quotes that span lines', async () => {
    const row = charge({ service: '"Virtual, ""big""\nMachines"' });

    const { customers } = await readCosts({ 'part.csv': `${FOCUS}\n${row}\n` });

    expect(customers[0]?.spend[0]?.service).toBe('Virtual, "big"\nMachines');
  });
});
