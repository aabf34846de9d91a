import { expect, test } from 'vitest';
import { readSubscriptions } from '../../../shared/run/desk/read-subscriptions.ts';
import { fakeAccess } from '../../sources/partner-center/fake-access.ts';

test('what all tenants of a customer subscribe to is told together', async () => {
  await using partner = await fakeAccess();
  const [one, other] = partner.fake.world.customers;

  const told = await readSubscriptions([one?.id ?? '', other?.id ?? ''], partner.live.portal);

  expect(told).toMatchObject({ because: undefined, missing: undefined });
  expect(told.subscriptions.map(({ name }) => name)).toEqual([
    'Azure plan',
    'M365 BB',
    'Azure plan',
    'M365 BB',
  ]);
});

test('without Partner Center, without a tenant, or refused, it is said why there are none', async () => {
  await using partner = await fakeAccess();
  const id = partner.fake.world.customers[0]?.id ?? '';
  partner.fake.application.isSecretExpired = true;

  const told = [
    await readSubscriptions([id], undefined),
    await readSubscriptions([], partner.live.portal),
    await readSubscriptions([id], partner.live.portal),
  ];

  expect(told.map(({ because }) => because)).toEqual([
    'Partner Center is not set up',
    'no tenant of the customer is known',
    expect.stringMatching(/^Cannot sign in to Partner Center because the secret of application/),
  ]);
  expect(told.map(({ missing }) => missing)).toEqual(['portal', 'tenant', 'answer']);
});
