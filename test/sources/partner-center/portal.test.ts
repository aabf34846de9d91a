import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../shared/run/errors.ts';
import { allOf, fakeAccess } from './fake-access.ts';

describe('the budget of a customer in Partner Center', () => {
  test('is set, and the next night reads it', async () => {
    await using partner = await fakeAccess();
    const id = partner.fake.world.customers[0]?.id ?? '';

    await partner.live.portal.setBudget(id, { minorUnits: 123_450, currency: 'SEK' });

    const reading = await partner.live.source.open();
    const told = (await allOf(reading)).find((each) => 'budgets' in each && idOf(each) === id);
    reading.close();
    expect(told?.budgets).toEqual([{ minorUnits: 123_450, currency: 'SEK' }]);
  });

  test('is taken away', async () => {
    await using partner = await fakeAccess();
    const [customer] = partner.fake.world.customers;

    await partner.live.portal.setBudget(customer?.id ?? '', undefined);

    expect(customer?.budget).toBeUndefined();
  });

  test('of a customer that is not ours is an error that says so', async () => {
    await using partner = await fakeAccess();

    const set = partner.live.portal.setBudget('6f0b2c1e-7a54-4a0e-9d51-0f6a3c1b2d77', undefined);

    await expect(set).rejects.toThrow(SourceError);
    await expect(set).rejects.toThrow('it knows no such customer any more: correct its tenant id');
  });

  test('an id is never more than one part of an address', async () => {
    await using partner = await fakeAccess();

    await expect(partner.live.portal.setBudget('../secrets?a=', undefined)).rejects.toThrow();

    expect(partner.fake.calls.at(-1)?.url.pathname).toBe(
      '/v1/customers/..%2Fsecrets%3Fa%3D/usagebudget',
    );
  });
});

describe('what a month is spent on', () => {
  test('is told by service and subscription, the largest first, in two calls', async () => {
    await using partner = await fakeAccess();
    const [customer] = partner.fake.world.customers;

    const parts = await partner.live.portal.spendParts(customer?.id ?? '');

    expect(parts).toMatchObject([
      { service: 'Microsoft.Compute', subscription: 'Production', currency: 'SEK' },
      { service: 'Microsoft.Storage', subscription: 'Production', currency: 'SEK' },
      { service: 'Microsoft.Compute', subscription: 'Test', currency: 'SEK' },
    ]);
    expect(partner.fake.calls).toHaveLength(2);
  });

  test('adds up to the month, but for the rounding of each part', async () => {
    await using partner = await fakeAccess();
    const id = partner.fake.world.customers[0]?.id ?? '';

    const parts = await partner.live.portal.spendParts(id);

    const reading = await partner.live.source.open();
    const told = (await allOf(reading)).find((each) => idOf(each) === id);
    reading.close();
    const month = told && 'readings' in told ? told.readings?.[0]?.minorUnits : undefined;
    const sum = parts.reduce((total, { minorUnits }) => total + minorUnits, 0);
    expect(Math.abs(sum - (month ?? 0))).toBeLessThanOrEqual(parts.length);
  });
});

describe('the subscriptions of a customer', () => {
  test('are told with their state, however they are billed', async () => {
    await using partner = await fakeAccess();
    const [customer] = partner.fake.world.customers;

    const told = await partner.live.portal.subscriptions(customer?.id ?? '');

    expect(told).toEqual([
      {
        id: customer?.planId,
        name: 'Azure plan',
        status: 'active',
        quantity: 1,
        unit: 'Usage-based',
        billing: 'usage',
        committedThrough: undefined,
      },
      {
        id: expect.stringMatching(/5ea7$/),
        name: 'M365 BB',
        status: 'active',
        quantity: 25,
        unit: 'Licenses',
        billing: 'license',
        committedThrough: '2027-01-09',
      },
    ]);
  });
});

const idOf = (facts: object): unknown => ('customerId' in facts ? facts.customerId : undefined);
