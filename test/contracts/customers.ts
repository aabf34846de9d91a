import { expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import type { Run } from '../../shared/run/run.ts';
import { day, invoice, payment, spend } from '../builders.ts';
import { id } from '../run/portfolio.ts';
import { commitsAreAtomic, dryRunsChangeNothing } from './customer-commits.ts';
import { lettersAreDelivered } from './delivered-letters.ts';
import { customersAreGivenUp } from './given-up.ts';
import { factsMove } from './moved-facts.ts';
import { aRun, present } from './run-builders.ts';
import { type CustomerStores, idOf, loaded, someone, tell } from './someone.ts';

/** Every implementation keeps these promises: the one in memory, and the tables on Azurite. */
export function keepsCustomers(make: () => CustomerStores): void {
  test('a customer that no source knows is not there', async () => {
    expect(await make().customers.load(aRun(), id('nobody/at#all?'))).toBeUndefined();
  });

  test('a customer starts without a state, with its facts and their day', async () => {
    const stores = make();
    const { customers } = stores;
    const them = someone({ invoices: [invoice()], payments: [payment()] });
    const run = aRun();
    await tell(stores, run, 'files', them);

    expect(await customers.load(run, idOf(them))).toEqual({
      customerId: idOf(them),
      facts: them,
      entries: [],
      factsAsOf: '2026-03-17',
      toldBy: ['files'],
      tenantIds: [],
      state: NEW_CUSTOMER,
      settles: [],
      delivered: {},
      deliveries: [],
      givenUp: undefined,
      last: undefined,
      etag: undefined,
    });
  });

  test('a source that was read is quoted as of the run, however long ago it was written', async () => {
    const stores = make();
    const them = someone({ invoices: [invoice()] });
    await tell(stores, aRun(), 'files', them);
    const night = aRun({ asOf: day('2026-03-18') });
    const readTo = (isRead: boolean): Run => ({
      ...night,
      sources: night.sources.map((each) => ({ ...each, isRead })),
    });

    const tonight = await loaded(stores.customers, readTo(true), them);
    const unread = await loaded(stores.customers, readTo(false), them);

    expect(tonight).toMatchObject({ facts: them, factsAsOf: '2026-03-18' });
    expect(unread).toMatchObject({ facts: them, factsAsOf: '2026-03-17' });
  });

  test('a part that was removed is not quoted any more', async () => {
    const stores = make();
    const them = someone({ invoices: [invoice()] });
    const run = aRun();
    await tell(stores, run, 'files', them);
    const charged = { customerId: idOf(them), name: 'X', spend: [spend('2026-03-02', 100)] };
    await tell(stores, run, 'partner center', charged);
    const place = { id: idOf(them), customerId: idOf(them) };
    const etag = present(await stores.facts.etagOf(run, 'files', place));

    await stores.facts.remove(run, 'files', place, etag);

    const { facts: left } = await loaded(stores.customers, run, them);
    expect(left).toMatchObject({ customer: { isUnowned: true, name: 'X' }, invoices: [] });
  });

  test('what several sources say is taken together, in the order of the run', async () => {
    const stores = make();
    const { customers } = stores;
    const them = someone({ invoices: [invoice()] });
    const run = aRun();
    const paid = { ...them, invoices: [], payments: [payment()] };
    await tell(stores, run, 'partner center', paid);
    await tell(stores, run, 'files', them);

    const { facts: together } = await loaded(customers, run, them);

    expect(together).toEqual({ ...them, payments: [payment()] });
  });

  test('facts of 20,000 open invoices are loaded as they were saved', async () => {
    const stores = make();
    const { customers } = stores;
    const many = Array.from({ length: 20_000 }, (_, index) =>
      invoice({ invoiceId: `INV/${index * 7919}`, minorUnits: 1 + ((index * 104_729) % 999_983) }),
    );
    const them = someone({ invoices: many });
    const run = aRun();
    await tell(stores, run, 'files', them);

    expect((await loaded(customers, run, them)).facts.invoices).toEqual(many);
  });

  test('facts that shrink from several rows to one are the small ones', async () => {
    const stores = make();
    const { customers } = stores;
    const them = someone({ invoices: [invoice()] });
    const run = aRun();
    await tell(stores, run, 'files', { ...them, invoices: incompressible(24_000) });

    await tell(stores, run, 'files', them);

    expect((await loaded(customers, run, them)).facts).toEqual(them);
  });

  commitsAreAtomic(make);
  lettersAreDelivered(make);
  factsMove(make);
  customersAreGivenUp(make);
  dryRunsChangeNothing(make);
}

/** Long ids without a pattern: several megabytes that deflate little. */
function incompressible(count: number) {
  let seed = 7;
  const next = (): string => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed.toString(36);
  };
  return Array.from({ length: count }, () =>
    invoice({ invoiceId: Array.from({ length: 12 }, next).join('') }),
  );
}
