import { expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { EmailSummary } from '../../shared/decisions/email/email.ts';
import { StaleError } from '../../shared/run/errors.ts';
import { day, invoice } from '../builders.ts';
import { aNightOf, anEmail, anEvent, aRun } from './run-builders.ts';
import { type CustomerStores, idOf, loaded, someone, tell } from './someone.ts';

const TOLD = { ...NEW_CUSTOMER, lastLetterOn: day('2026-03-17'), settledPromises: ['kept'] };

export function commitsAreAtomic(make: () => CustomerStores): void {
  test('state, last night and letter are there together after a commit', async () => {
    const stores = make();
    const { customers, outbox } = stores;
    const them = someone();
    const run = aRun();
    await tell(stores, run, 'files', them);
    const letter = anEmail(run.id, { customerIds: [idOf(them)] });
    const last = { ...aNightOf(run, idOf(them)), emails: [EmailSummary.parse(letter)] };

    await customers.commit(
      await loaded(customers, run, them),
      TOLD,
      last,
      [letter],
      [anEvent('told')],
    );

    expect(await loaded(customers, run, them)).toMatchObject({ state: TOLD, last });
    const place = { runId: run.id, customerId: idOf(them) };
    expect((await outbox.load(place, letter.id))?.value).toEqual({
      ...{ email: letter, asOf: '2026-03-17', status: 'queued', attempt: 0 },
      ...{ missed: [], reported: {} },
    });
  });

  test.each(['a first state', 'a state'])(
    'of two who decided on %s, the second commits nothing, its letter included',
    async (which) => {
      const stores = make();
      const { customers, outbox } = stores;
      const them = someone();
      const run = aRun();
      const last = aNightOf(run, idOf(them));
      await tell(stores, run, 'files', them);
      if (which === 'a state')
        await customers.commit(await loaded(customers, run, them), TOLD, last, [], []);
      const late = await loaded(customers, run, them);
      const first = { ...TOLD, settledPromises: ['by the first'] };
      await customers.commit(await loaded(customers, run, them), first, last, [], []);
      const letter = anEmail(run.id);

      await expect(
        customers.commit(late, NEW_CUSTOMER, last, [letter], [anEvent('lost')]),
      ).rejects.toThrow(StaleError);

      expect((await loaded(customers, run, them)).state).toEqual(first);
      const place = { runId: run.id, customerId: idOf(them) };
      expect(await outbox.load(place, letter.id)).toBeUndefined();
    },
  );

  test('new facts leave the state alone, and the next commit finds its ETag', async () => {
    const stores = make();
    const { customers } = stores;
    const them = someone();
    const [run, nextRun] = [aRun(), aRun({ asOf: day('2026-03-18') })];
    await tell(stores, run, 'files', them);
    const last = aNightOf(run, idOf(them));
    await customers.commit(await loaded(customers, run, them), TOLD, last, [], []);
    const decided = await loaded(customers, run, them);

    await tell(stores, nextRun, 'files', { ...them, invoices: [invoice()] });

    expect(await loaded(customers, nextRun, them)).toMatchObject({
      facts: { invoices: [invoice()] },
      factsAsOf: '2026-03-18',
      state: TOLD,
      etag: decided.etag,
    });
  });
}

export function dryRunsChangeNothing(make: () => CustomerStores): void {
  test('a dry run sees its own facts and the real state, and leaves the real facts', async () => {
    const stores = make();
    const { customers } = stores;
    const them = someone();
    const [run, dryRun] = [aRun(), aRun({ dryRun: true, asOf: day('2026-03-20') })];
    await tell(stores, run, 'files', them);
    const last = aNightOf(run, idOf(them));
    await customers.commit(await loaded(customers, run, them), TOLD, last, [], []);
    const before = await loaded(customers, run, them);

    await tell(stores, dryRun, 'files', { ...them, invoices: [invoice()] });

    expect(await loaded(customers, dryRun, them)).toMatchObject({
      facts: { invoices: [invoice()] },
      factsAsOf: '2026-03-20',
      state: TOLD,
    });
    expect(await loaded(customers, run, them)).toEqual(before);
  });

  test('a customer that only a dry run has read is not there for a night', async () => {
    const stores = make();
    const { customers } = stores;
    const them = someone();
    await tell(stores, aRun({ dryRun: true }), 'files', them);

    expect(await customers.load(aRun(), idOf(them))).toBeUndefined();
  });
}
