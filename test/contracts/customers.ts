import { expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { StaleError } from '../../shared/run/errors.ts';
import type { Customers, Outbox } from '../../shared/run/ports.ts';
import type { Run } from '../../shared/run/run.ts';
import { day, facts, invoice, payment, spend } from '../builders.ts';
import { id } from '../run/portfolio.ts';
import { aNightOf, anEmail, anEvent, aRun, present } from './run-builders.ts';

export type CustomerStores = { readonly customers: Customers; readonly outbox: Outbox };

let made = 0;

/** A customer of its own, with every character that table keys may not have. */
function someone(rows: Partial<Omit<CustomerFacts, 'customer'>> = {}): CustomerFacts {
  made += 1;
  return facts({ customer: { customerId: `c/${made}\\#?%='ü 🦊`, name: 'Grüße 🦊' }, ...rows });
}

const idOf = ({ customer }: CustomerFacts) => customer.customerId;
const TOLD = { ...NEW_CUSTOMER, lastLetterOn: day('2026-03-17'), settledPromises: ['kept'] };

async function loaded(customers: Customers, run: Run, them: CustomerFacts) {
  return present(await customers.load(run, idOf(them)));
}

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

function commitsAreAtomic(make: () => CustomerStores): void {
  test('state, last night and letter are there together after a commit', async () => {
    const { customers, outbox } = make();
    const them = someone();
    const run = aRun();
    await customers.saveFacts(run, 'files', them);
    const letter = anEmail(run.id, { customerIds: [idOf(them)] });
    const { blocks: _, ...summary } = letter;
    const last = { ...aNightOf(run, idOf(them)), letter: summary };

    await customers.commit(await loaded(customers, run, them), TOLD, last, letter, [
      anEvent('told'),
    ]);

    expect(await loaded(customers, run, them)).toMatchObject({ state: TOLD, last });
    const place = { runId: run.id, customerId: idOf(them) };
    expect((await outbox.load(place, letter.id))?.value).toEqual({
      ...{ email: letter, asOf: '2026-03-17', status: 'queued', because: undefined },
    });
  });

  test.each(['a first state', 'a state'])(
    'of two who decided on %s, the second commits nothing, its letter included',
    async (which) => {
      const { customers, outbox } = make();
      const them = someone();
      const run = aRun();
      const last = aNightOf(run, idOf(them));
      await customers.saveFacts(run, 'files', them);
      if (which === 'a state')
        await customers.commit(await loaded(customers, run, them), TOLD, last, undefined, []);
      const late = await loaded(customers, run, them);
      const first = { ...TOLD, settledPromises: ['by the first'] };
      await customers.commit(await loaded(customers, run, them), first, last, undefined, []);
      const letter = anEmail(run.id);

      await expect(
        customers.commit(late, NEW_CUSTOMER, last, letter, [anEvent('lost')]),
      ).rejects.toThrow(StaleError);

      expect((await loaded(customers, run, them)).state).toEqual(first);
      const place = { runId: run.id, customerId: idOf(them) };
      expect(await outbox.load(place, letter.id)).toBeUndefined();
    },
  );

  test('new facts leave the state alone, and the next commit finds its ETag', async () => {
    const { customers } = make();
    const them = someone();
    const [run, nextRun] = [aRun(), aRun({ asOf: day('2026-03-18') })];
    await customers.saveFacts(run, 'files', them);
    const last = aNightOf(run, idOf(them));
    await customers.commit(await loaded(customers, run, them), TOLD, last, undefined, []);
    const decided = await loaded(customers, run, them);

    await customers.saveFacts(nextRun, 'files', { ...them, invoices: [invoice()] });

    expect(await loaded(customers, nextRun, them)).toMatchObject({
      facts: { invoices: [invoice()] },
      factsAsOf: '2026-03-18',
      state: TOLD,
      etag: decided.etag,
    });
  });
}

function dryRunsChangeNothing(make: () => CustomerStores): void {
  test('a dry run sees its own facts and the real state, and leaves the real facts', async () => {
    const { customers } = make();
    const them = someone();
    const [run, dryRun] = [aRun(), aRun({ dryRun: true, asOf: day('2026-03-20') })];
    await customers.saveFacts(run, 'files', them);
    const last = aNightOf(run, idOf(them));
    await customers.commit(await loaded(customers, run, them), TOLD, last, undefined, []);
    const before = await loaded(customers, run, them);

    await customers.saveFacts(dryRun, 'files', { ...them, invoices: [invoice()] });

    expect(await loaded(customers, dryRun, them)).toMatchObject({
      facts: { invoices: [invoice()] },
      factsAsOf: '2026-03-20',
      state: TOLD,
    });
    expect(await loaded(customers, run, them)).toEqual(before);
  });

  test('a customer that only a dry run has read is not there for a night', async () => {
    const { customers } = make();
    const them = someone();
    await customers.saveFacts(aRun({ dryRun: true }), 'files', them);

    expect(await customers.load(aRun(), idOf(them))).toBeUndefined();
  });
}
