import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../shared/run/errors.ts';
import { charge, focusCsv, readCosts, spentIn } from './cost-folder.ts';

const EA =
  '\ufeffBillingAccountId,SubscriptionId,Date,MeterCategory,Cost,BillingCurrency,ChargeType,PricingModel';
const PARTNER =
  'customerTenantId,customerName,date,meterCategory,costInBillingCurrency,billingCurrency,chargeType';

describe('a cost file is known by its header', () => {
  test.each([
    {
      file: 'FOCUS',
      csv: 'x_CustomerId,BilledCost,BillingCurrency,ChargePeriodStart\nc-1,1,EUR,2026-03-03T00:00Z\n',
      spent: 'c-1 2026-03-03 100 EUR',
      because: 'four columns are enough',
    },
    {
      file: 'FOCUS of somebody who resells to nobody',
      csv: 'BillingAccountId,BilledCost,BillingCurrency,ChargePeriodStart\n1234,1,EUR,2026-03-03T00:00Z\n',
      spent: '1234 2026-03-03 100 EUR',
      because: 'whoever is billed is the customer',
    },
    {
      file: 'EA actual cost',
      csv: `${EA}\r\n8611537,s-1,03/04/2026,Storage,2.50,USD,Usage,OnDemand\r\n`,
      spent: '8611537 2026-03-04 250 USD',
      because: 'an enrollment has no customers of its own',
    },
    {
      file: 'MCA partner cost',
      csv: `${PARTNER}\nc-1,Contoso,2026-03-04,Storage,2.50,USD,Usage\n`,
      spent: 'c-1 2026-03-04 250 USD',
      because: 'a partner has the tenant beside every charge',
    },
    {
      file: 'the same in other capitals',
      csv: `${PARTNER.toUpperCase()}\nc-1,Contoso,03/04/2026,Storage,2.50,USD,Purchase\n`,
      spent: 'c-1 2026-03-04 250 USD',
      because: 'capitals differ between versions',
    },
    {
      file: 'FOCUS by the path of a billing account',
      csv: 'BillingAccountId,BilledCost,BillingCurrency,ChargePeriodStart\n/providers/Microsoft.Billing/billingAccounts/8611537,1,EUR,2026-03-03T00:00Z\n',
      spent: '8611537 2026-03-03 100 EUR',
      because: 'it is the account that EA files name by its number',
    },
  ])('$file: $because', async ({ csv, spent }) => {
    const read = await readCosts({ 'cost.csv': csv });

    expect(spentIn(read)).toEqual([spent]);
    expect(read.rejects).toEqual([]);
  });

  test.each([
    { charged: 'Refund', as: 'adjustment' },
    { charged: 'RoundingAdjustment', as: 'adjustment' },
    { charged: 'Purchase', as: 'purchase' },
  ])('what Azure calls $charged is an $as', async ({ charged, as }) => {
    const csv = `${EA}\n1,s-1,03/04/2026,Storage,2.50,USD,${charged},OnDemand\n`;

    expect((await readCosts({ 'cost.csv': csv })).customers[0]?.spend[0]?.charge).toBe(as);
  });

  test.each([
    {
      row: '1,s-1,03/04/2026,VM,0.49,USD,Usage,Reservation',
      because: 'what was paid for is charged again',
    },
    {
      row: '1,s-1,03/04/2026,VM,0.49,USD,UnusedSavingsPlan,SavingsPlan',
      because: 'only amortized cost has it',
    },
  ])('amortized cost is refused as a whole: $because', async ({ row }) => {
    const before =
      '1,s-1,03/03/2026,VM,1.00,USD,Usage,OnDemand\n1,s-1,x,VM,1.00,USD,Usage,OnDemand';
    const read = await readCosts({
      'actual.csv': focusCsv(charge()),
      'amortized.csv': `${EA}\n${before}\n${row}\n`,
    });

    expect(spentIn(read)).toEqual(['contoso 2026-03-03 100 EUR']);
    expect(read.rejects).toMatchObject([
      { file: 'amortized.csv', line: 4, reason: expect.stringContaining('is amortized cost') },
    ]);
    expect(read.counts[1]).toMatchObject({ rows: 1, rejected: 1, isWhole: true });
  });

  test('usage of a reservation that costs nothing is of actual cost', async () => {
    const csv = `${EA}\n1,s-1,03/04/2026,VM,0,USD,Usage,Reservation\n`;

    expect(spentIn(await readCosts({ 'cost.csv': csv }))).toEqual(['1 2026-03-04 0 USD']);
  });

  test('a file of something else is said to be so, and is no matter of the night', async () => {
    const read = await readCosts({ 'a.csv': 'name,price\nx,1\n', 'b.csv': focusCsv(charge()) });

    expect(read.rejects).toEqual([
      {
        file: 'a.csv',
        line: 1,
        column: '',
        value: '',
        reason: 'is neither a FOCUS nor an Azure cost file by its header',
      },
    ]);
    expect(read.counts.map(({ isWhole }) => isWhole)).toEqual([true, true]);
  });

  test('a cost that is given twice is not chosen from: the file is refused, and not whole', async () => {
    const read = await readCosts({
      'a.csv':
        'x_CustomerId,BilledCost,BilledCost,BillingCurrency,ChargePeriodStart\nc,1,2,EUR,2026-03-03\n',
    });

    expect(read.rejects).toMatchObject([
      { file: 'a.csv', line: 1, column: 'BilledCost', reason: 'is given twice in the header' },
    ]);
    expect(read.counts).toMatchObject([{ rows: 1, rejected: 1, isWhole: false }]);
  });

  test('a FOCUS file without a column says which', async () => {
    const read = await readCosts({
      'a.csv': 'x_CustomerId,BilledCost,BillingCurrency\nc,1,EUR\n',
      'b.csv': focusCsv(charge()),
    });

    expect(read.rejects[0]?.reason).toBe('is a FOCUS file without the column ChargePeriodStart');
  });

  test.each([
    { files: {}, because: 'it has neither a manifest.json nor a cost file' },
    { files: { 'readme.txt': 'x' }, because: 'it has neither a manifest.json nor a cost file' },
    { files: { 'a.csv': 'name\nx\n' }, because: 'none of its 1 files is of cost' },
  ])('a folder is refused where $because', async ({ files, because }) => {
    await expect(readCosts(files)).rejects.toThrow(SourceError);
    await expect(readCosts(files)).rejects.toThrow(because);
  });
});
