import { expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import type { Run } from '../../shared/run/run.ts';
import { day, invoice, payment, spend } from '../builders.ts';
import { id } from '../run/portfolio.ts';
import { commitsAreAtomic, dryRunsChangeNothing } from './customer-commits.ts';
import { lettersAreDelivered } from './delivered-letters.ts';
import { aRun } from './run-builders.ts';
import { type CustomerStores, idOf, loaded, someone } from './someone.ts';

/** Every implementation keeps these promises: the one in memory, and the tables on Azurite. */
export function keepsCustomers(make: () => CustomerStores): void {
  test('a customer that no source knows is not there', async () => {
    expect(await make().customers.load(aRun(), id('nobody/at#all?'))).toBeUndefined();
  });

  test('a customer starts without a state, with its facts and their day', async () => {
    const { customers } = make();
    const them = someone({ invoices: [invoice()], payments: [payment()] });
    const run = aRun();
    await customers.saveFacts(run, 'files', them);

    expect(await customers.load(run, idOf(them))).toEqual({
      customerId: idOf(them),
      facts: them,
      factsAsOf: '2026-03-17',
      state: NEW_CUSTOMER,
      delivered: {},
      last: undefined,
      etag: undefined,
    });
  });

  test('a source that was read and says nothing more is not quoted from an earlier night', async () => {
    const { customers } = make();
    const them = someone({ invoices: [invoice()] });
    await customers.saveFacts(aRun(), 'files', them);
    const night = aRun({ asOf: day('2026-03-18') });
    const charged = { customerId: idOf(them), name: 'X', spend: [spend('2026-03-02', 100)] };
    await customers.saveFacts(night, 'partner center', charged);
    const readTo = (isRead: boolean): Run => ({
      ...night,
      sources: night.sources.map((each) => ({ ...each, isRead })),
    });

    const { facts: tonight } = await loaded(customers, readTo(true), them);
    const { facts: unread } = await loaded(customers, readTo(false), them);

    expect(tonight).toMatchObject({ customer: { isUnowned: true, name: 'X' }, invoices: [] });
    expect(unread).toEqual({ ...them, spend: charged.spend });
  });

  test('what several sources say is taken together, in the order of the run', async () => {
    const { customers } = make();
    const them = someone({ invoices: [invoice()] });
    const run = aRun();
    const paid = { ...them, invoices: [], payments: [payment()] };
    await customers.saveFacts(run, 'partner center', paid);
    await customers.saveFacts(run, 'files', them);

    const { facts: together } = await loaded(customers, run, them);

    expect(together).toEqual({ ...them, payments: [payment()] });
  });

  test('facts of 20,000 open invoices are loaded as they were saved', async () => {
    const { customers } = make();
    const many = Array.from({ length: 20_000 }, (_, index) =>
      invoice({ invoiceId: `INV/${index * 7919}`, minorUnits: 1 + ((index * 104_729) % 999_983) }),
    );
    const them = someone({ invoices: many });
    const run = aRun();
    await customers.saveFacts(run, 'files', them);

    expect((await loaded(customers, run, them)).facts.invoices).toEqual(many);
  });

  test('facts that shrink from several rows to one are the small ones', async () => {
    const { customers } = make();
    const them = someone({ invoices: [invoice()] });
    const run = aRun();
    await customers.saveFacts(run, 'files', { ...them, invoices: incompressible(24_000) });

    await customers.saveFacts(run, 'files', them);

    expect((await loaded(customers, run, them)).facts).toEqual(them);
  });

  commitsAreAtomic(make);
  lettersAreDelivered(make);
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
