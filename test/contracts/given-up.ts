import { expect, test } from 'vitest';
import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { StaleError } from '../../shared/run/errors.ts';
import { day } from '../builders.ts';
import { aNightOf, anEmail, aRun } from './run-builders.ts';
import { type CustomerStores, idOf, loaded, someone, tell } from './someone.ts';

const TOLD = { ...NEW_CUSTOMER, lastLetterOn: day('2026-03-17') };

/** Whoever is still deciding about a customer that its run gave up on commits nothing. */
export function customersAreGivenUp(make: () => CustomerStores): void {
  test.each(['has a state', 'is new'])(
    'who was given up on and %s is as before, and whoever loaded it before commits nothing',
    async (which) => {
      const stores = make();
      const { customers, outbox } = stores;
      const them = someone();
      const run = aRun();
      const last = aNightOf(run, idOf(them));
      await tell(stores, run, 'files', them);
      if (which === 'has a state')
        await customers.commit(await loaded(customers, run, them), TOLD, last, [], []);
      const before = await loaded(customers, run, them);
      const givenUp = { runId: aRun().id, because: 'the run was not through within 6 hours' };
      const letter = anEmail(run.id);

      await customers.giveUp(before, givenUp);

      await expect(customers.commit(before, TOLD, last, [letter], [])).rejects.toThrow(StaleError);
      await expect(customers.giveUp(before, givenUp)).rejects.toThrow(StaleError);
      const after = await loaded(customers, run, them);
      expect(after).toEqual({ ...before, givenUp, etag: after.etag });
      const place = { runId: run.id, customerId: idOf(them) };
      expect(await outbox.load(place, letter.id)).toBeUndefined();

      await customers.commit(after, TOLD, last, [], []);
      expect(await loaded(customers, run, them)).toMatchObject({ state: TOLD, givenUp: undefined });
    },
  );
}
