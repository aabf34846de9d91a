import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultsInTurn } from '../../../local/fakes/faults.ts';
import { always } from '../../../local/fakes/latency.ts';
import { dayCostMinorUnits } from '../../../local/partner-center/fake-customers.ts';
import { day } from '../../builders.ts';
import { allOf, fakeAccess } from './fake-access.ts';

describe('Partner Center as a source', () => {
  test('everybody is told once, by id, with the month so far and the budget', async () => {
    await using partner = await fakeAccess();

    const reading = await partner.live.source.open();
    const told = await allOf(reading);
    reading.close();

    const users = partner.fake.world.customers.filter(({ azure }) => azure !== 'none');
    const ids = users.map(({ id }) => id).toSorted();
    expect(told.map((each) => 'customerId' in each && each.customerId)).toEqual(ids);
    const [customer] = partner.fake.world.customers;
    expect(told.find((each) => 'customerId' in each && each.customerId === customer?.id)).toEqual({
      customerId: customer?.id,
      name: 'Bright Gazelle AB',
      spend: [],
      readings: [
        {
          date: '2026-05-18',
          minorUnits: sumOf(1, 18, customer),
          currency: 'SEK',
          modifiedAt: '2026-05-18T17:08:11.143Z',
        },
      ],
      budgets: [{ minorUnits: Number(customer?.budget) * 100, currency: 'SEK' }],
    });
  });

  test('who its customers are is told with their domains, those without Azure included', async () => {
    await using partner = await fakeAccess();

    const reading = await partner.live.source.open();
    const identities = await Array.fromAsync(reading.identities?.() ?? []);
    reading.close();

    expect(identities).toHaveLength(12);
    expect(identities[0]).toEqual({
      id: partner.fake.world.customers[0]?.id,
      tenantIds: [partner.fake.world.customers[0]?.id],
      name: 'Bright Gazelle AB',
      domains: ['brightgazelleab.onmicrosoft.com'],
    });
  });

  test('two lists of three pages take six calls', async () => {
    await using partner = await fakeAccess();

    const reading = await partner.live.source.open();
    await Array.fromAsync(reading.identities?.() ?? []);
    await allOf(reading);
    reading.close();

    expect(partner.fake.calls).toHaveLength(6);
  });

  test('both lists are read at the same time', async () => {
    await using partner = await fakeAccess();
    partner.fake.latency = always(20);

    const reading = await partner.live.source.open();
    await Array.fromAsync(reading.identities?.() ?? []);
    await allOf(reading);
    reading.close();

    expect(partner.fake.mostInFlight).toBe(2);
  });

  test('the older Azure names a culture, and that has a currency', async () => {
    await using partner = await fakeAccess({ customers: 50, pageSize: 50 });
    const legacy = partner.fake.world.customers.find(({ azure }) => azure === 'legacy');

    const reading = await partner.live.source.open();
    const told = (await allOf(reading)).find(
      (each) => 'customerId' in each && each.customerId === legacy?.id,
    );
    reading.close();

    expect(told).toMatchObject({ readings: [{ currency: legacy?.currency }] });
  });

  test('how new it is, is told by the newest usage', async () => {
    await using partner = await fakeAccess();

    const reading = await partner.live.source.open();
    await allOf(reading);
    reading.close();

    expect(reading.newestAt).toEqual(new Date('2026-05-18T17:08:11.143Z'));
  });

  test('a row that cannot be read is kept with its place and reason, and costs itself alone', async () => {
    await using partner = await fakeAccess();
    const [one, other] = partner.fake.world.customers;
    partner.fake.world.oddRows.set(one?.id ?? '', {
      ...ROW,
      resourceId: one?.id,
      totalCost: 'n/a',
    });
    partner.fake.world.oddRows.set(other?.id ?? '', {
      ...ROW,
      resourceId: other?.id,
      currencyCode: 'XXQ',
    });

    const reading = await partner.live.source.open();
    const [told, rejects] = [await allOf(reading), [...reading.rejects()]];
    reading.close();

    expect(told).toHaveLength(9);
    expect(rejects).toMatchObject([
      { file: 'customers/usagerecords', line: 1, column: 'totalCost' },
      { file: 'customers/usagerecords', line: 2, column: 'currencyCode' },
    ]);
  });

  test('a list of which nothing can be read is not whole', async () => {
    await using partner = await fakeAccess({ customers: 1 });
    const id = partner.fake.world.customers[0]?.id ?? '';
    partner.fake.world.oddRows.set(id, { ...ROW, resourceId: id, lastModifiedDate: 'soon' });

    const reading = await partner.live.source.open();
    await allOf(reading);
    reading.close();

    expect(reading.rejected).toBe(1);
    expect(reading.incomplete).toBe('no item of customers/usagerecords could be read');
  });

  test.each([
    { odd: 'unknown fields', row: { customerSpendingBudget: {}, percentUsed: 'much' } },
    { odd: 'a budget of null', row: { budget: null } },
    { odd: 'an amount of null', row: { budget: { amount: null } } },
    { odd: 'no budget at all', row: { budget: undefined } },
    { odd: 'only the other name of the id', row: { resourceId: undefined } },
    { odd: 'an instant in another offset', row: { lastModifiedDate: '2026-05-18T19:00:00+02:00' } },
    { odd: 'a cost with an exponent', row: { totalCost: 1.5e-7 } },
    { odd: 'a tenant id in capitals', row: { id: undefined, resourceId: undefined } },
  ])('reads a row with $odd', async ({ row }) => {
    await using partner = await fakeAccess({ customers: 1 });
    const id = partner.fake.world.customers[0]?.id ?? '';
    partner.fake.world.oddRows.set(id, {
      ...ROW,
      resourceId: id,
      id: id.toUpperCase(),
      ...row,
      ...('id' in row && { id: id.toUpperCase() }),
    });

    const reading = await partner.live.source.open();
    const [told] = await allOf(reading);
    reading.close();

    expect(told).toMatchObject({ customerId: id, readings: [{ date: '2026-05-18' }], budgets: [] });
    expect(reading.rejected).toBe(0);
  });

  test('a token that expires between two pages is renewed once', async () => {
    await using partner = await fakeAccess();
    partner.fake.faults = faultsInTurn(undefined, 'expired-token');

    const reading = await partner.live.source.open();
    const told = await allOf(reading);
    reading.close();

    expect(told).toHaveLength(11);
    expect(partner.kept).toHaveLength(2);
  });

  test.each([
    'too-many-requests',
    'server-error',
    'gateway-page',
    'broken-connection',
    'half-an-answer',
    'silence',
  ] as const)('one %s costs a try and nothing else', async (fault) => {
    await using partner = await fakeAccess({ timeoutMs: 1_000 });
    partner.fake.faults = faultsInTurn(undefined, fault);

    const reading = await partner.live.source.open();
    const told = await allOf(reading);
    reading.close();

    expect(told).toHaveLength(11);
    expect(partner.fake.calls).toHaveLength(4);
  });

  test('a refused list of customers says why', async () => {
    await using partner = await fakeAccess();
    partner.fake.world.isListRefused = true;

    const reading = await partner.live.source.open();
    const identities = Array.fromAsync(reading.identities?.() ?? []);

    await expect(identities).rejects.toThrow('Cannot read the customers of Partner Center because');
    reading.close();
  });

  test('what was read lies on disk until it is closed, and no longer', async () => {
    await using partner = await fakeAccess();

    const reading = await partner.live.source.open();
    await allOf(reading);
    const during = readdirSync(partner.stagingFolder);
    reading.close();
    await settled();

    expect(during).toHaveLength(1);
    expect(readdirSync(partner.stagingFolder)).toEqual([]);
  });
});

/** What closing leaves to be done at the next turn is done. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

const ROW = {
  totalCost: 12.34,
  currencyCode: 'EUR',
  lastModifiedDate: '2026-05-18T17:08:11.1433333+00:00',
};

function sumOf(
  from: number,
  to: number,
  customer: Parameters<typeof dayCostMinorUnits>[0] | undefined,
) {
  let sum = 0;
  for (let date = from; date <= to && customer !== undefined; date += 1)
    sum += dayCostMinorUnits(customer, day(`2026-05-${`${date}`.padStart(2, '0')}`));
  return sum;
}
