import { expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { accepted, reachedOn } from '../../shared/run/email/outbox-row.ts';
import { StaleError } from '../../shared/run/errors.ts';
import { day, invoice, spend } from '../builders.ts';
import { aNightOf, anEmail, aRun, present } from './run-builders.ts';
import { type CustomerStores, idOf, loaded, someone, tell } from './someone.ts';

const SOURCE = 'partner center';

/** What a source says under another id, and what moves when it turns out whose it is. */
export function factsMove(make: () => CustomerStores): void {
  test('two tenants of one customer are told of side by side', async () => {
    const stores = make();
    const [them, one, other] = [someone(), someone(), someone()];
    const run = aRun();
    await tell(stores, run, 'files', them);
    for (const [at, tenant] of [one, other].entries())
      await stores.facts.save(run, SOURCE, partOf(tenant, them, at + 1), undefined);

    const { facts, toldBy } = await loaded(stores.customers, run, them);

    expect(facts.spend.map(({ minorUnits }) => minorUnits).toSorted()).toEqual([1, 2]);
    expect([...toldBy].toSorted()).toEqual(['files', SOURCE]);
  });

  test('facts are saved over what was read, and over nothing else', async () => {
    const stores = make();
    const them = someone();
    const [run, place] = [aRun(), { id: idOf(them), customerId: idOf(them) }];
    const first = await stores.facts.save(run, 'files', { ...place, facts: them }, undefined);
    const paid = { ...place, facts: { ...them, invoices: [invoice()] } };
    const second = await stores.facts.save(run, 'files', paid, first);

    for (const etag of [first, undefined])
      await expect(
        stores.facts.save(run, 'files', { ...place, facts: them }, etag),
      ).rejects.toThrow(StaleError);
    await expect(stores.facts.remove(run, 'files', place, first)).rejects.toThrow(StaleError);

    expect(await stores.facts.etagOf(run, 'files', place)).toBe(second);
    expect((await loaded(stores.customers, run, them)).facts.invoices).toEqual([invoice()]);
  });

  test('what is remembered of a tenant goes with it, and is taken in once', async () => {
    const stores = make();
    const { customers } = stores;
    const [them, tenant] = [someone(), someone()];
    const run = aRun();
    await tell(stores, run, 'files', them);
    await tell(stores, run, SOURCE, partOf(tenant, tenant, 5).facts);
    const told = { ...NEW_CUSTOMER, lastLetterOn: day('2026-03-02'), settledPromises: ['p'] };
    const last = aNightOf(run, idOf(tenant));
    const letter = anEmail(run.id, { noticeKeys: ['k'] });
    await customers.commit(await loaded(customers, run, tenant), told, last, [letter], []);
    const sent = { runId: run.id, customerId: idOf(tenant) };
    const queued = present(await stores.outbox.load(sent, letter.id));
    await stores.outbox.save(sent, queued, reachedOn(accepted(queued.value), day('2026-03-03')));

    for (const _ of [1, 2])
      await stores.facts.bring(run, SOURCE, idOf(tenant), idOf(tenant), idOf(them));

    const moved = await loaded(customers, run, them);
    expect(moved.state).toEqual(told);
    expect(moved.delivered).toEqual({ k: '2026-03-03' });
    await customers.commit(moved, NEW_CUSTOMER, aNightOf(run, idOf(them)), [], []);
    expect((await loaded(customers, run, them)).state).toEqual(NEW_CUSTOMER);
    expect((await loaded(customers, run, them)).settles).toEqual([]);
  });
}

function partOf(
  tenant: ReturnType<typeof someone>,
  them: ReturnType<typeof someone>,
  cents: number,
) {
  const customerId = idOf(them);
  const facts = { customerId, spend: [spend('2026-03-02', cents)] };
  return { id: idOf(tenant), customerId, facts };
}
