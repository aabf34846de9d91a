import { describe, expect, test } from 'vitest';
import { charge, focusCsv, readCosts, spentIn } from './cost-folder.ts';

const GUID = '7F9C2BA4-E88F-427D-A61B-2FB2A6F1AB11';

const readCharges = (...charges: readonly string[]) =>
  readCosts({ 'part.csv': focusCsv(...charges) });

describe('spend of FOCUS charges', () => {
  test('is by customer, day, subscription and service, in its own currency', async () => {
    const { customers } = await readCharges(
      charge(),
      charge({ service: 'Storage' }),
      charge({ start: '2026-03-04T00:00Z', cost: '2.00' }),
      charge({ currency: 'USD' }),
      charge({ customer: 'fabrikam', name: 'Fabrikam', subscription: '' }),
    );

    const vm = { date: '2026-03-03', subscriptionId: 's-1', service: 'Virtual Machines' };
    expect(customers).toEqual([
      {
        customerId: 'contoso',
        name: 'Contoso',
        spend: [
          { ...vm, minorUnits: 100, currency: 'EUR', service: 'Storage' },
          { ...vm, minorUnits: 100, currency: 'EUR' },
          { ...vm, minorUnits: 100, currency: 'USD' },
          { ...vm, minorUnits: 200, currency: 'EUR', date: '2026-03-04' },
        ],
      },
      {
        customerId: 'fabrikam',
        name: 'Fabrikam',
        spend: [
          { date: '2026-03-03', minorUnits: 100, currency: 'EUR', service: 'Virtual Machines' },
        ],
      },
    ]);
  });

  test('is rounded after it is added up, so that a thousand charges of a tenth of a cent are 1.00', async () => {
    const read = await readCharges(
      ...Array(1_000).fill(charge({ cost: '0.00100000000000000000' })),
    );

    expect(spentIn(read)).toEqual(['contoso 2026-03-03 100 EUR']);
    expect(read.counts).toMatchObject([{ rows: 1_000, accepted: 1_000 }]);
  });

  test('adds up over more services than are kept in memory at once', async () => {
    const services = Array.from({ length: 20_500 }, (_, index) => charge({ service: `S${index}` }));
    const read = await readCharges(...services, ...services.slice(0, 3));

    const amounts = read.customers.flatMap(({ spend }) => spend.map((each) => each.minorUnits));
    expect(amounts).toHaveLength(20_500);
    expect(amounts.filter((minorUnits) => minorUnits === 200)).toHaveLength(3);
    expect(read.counts).toMatchObject([{ rows: 20_503, accepted: 20_503 }]);
  });

  test('has a tenant once, however its id is capitalised, and leaves other ids as they are', async () => {
    const { customers } = await readCharges(
      charge({ customer: GUID }),
      charge({ customer: GUID.toLowerCase() }),
      charge({ customer: 'C-1' }),
    );

    expect(customers.map(({ customerId }) => customerId)).toEqual([GUID.toLowerCase(), 'C-1']);
  });

  test.each([
    { category: 'Usage', charge: undefined },
    { category: 'Purchase', charge: 'purchase' },
    { category: 'Tax', charge: 'tax' },
    { category: 'Credit', charge: 'credit' },
    { category: 'Adjustment', charge: 'adjustment' },
  ])('counts what is charged as $category, and tells it apart', async ({ category, ...told }) => {
    const { customers } = await readCharges(charge({ category, cost: '-3.00' }));

    expect(customers[0]?.spend).toMatchObject([{ minorUnits: -300 }]);
    expect(customers[0]?.spend[0]?.charge).toBe(told.charge);
  });

  test('keeps a day on which nothing was charged: it is known, and not missing', async () => {
    expect(spentIn(await readCharges(charge({ cost: '0' })))).toEqual(['contoso 2026-03-03 0 EUR']);
  });

  test('may leave the service and the subscription open, where a database wrote NULL', async () => {
    const { customers } = await readCharges(charge({ service: 'NULL', subscription: 'NULL' }));

    expect(customers[0]?.spend).toEqual([{ date: '2026-03-03', minorUnits: 100, currency: 'EUR' }]);
  });
});
