import { expect, test } from 'vitest';
import { type CustomerState, NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { NEW_ACCOUNT } from '../../shared/decisions/dunning/ladder.ts';
import { accepted, reachedOn, settled } from '../../shared/run/email/outbox-row.ts';
import { StaleError } from '../../shared/run/errors.ts';
import { day } from '../builders.ts';
import { aNightOf, anEmail, aRun, present } from './run-builders.ts';
import { type CustomerStores, idOf, loaded, someone, tell } from './someone.ts';

const KEYS = ['c|EUR|dunning|reminder|1', 'c|SEK|dunning|final|2|letter'];

/** An invoice's own ladder remembers the second of them. */
const OF_INVOICE: CustomerState = {
  ...NEW_CUSTOMER,
  accounts: {
    SEK: {
      ...NEW_ACCOUNT,
      invoices: {
        'INV-1': {
          enteredOn: {},
          told: ['final'],
          letters: { final: { keys: KEYS.slice(1), on: day('2026-03-17') } },
        },
      },
    },
  },
};

/** A customer with a letter about two notices that waits to be sent. */
async function written(stores: CustomerStores) {
  const { customers, outbox } = stores;
  const them = someone();
  const run = aRun();
  await tell(stores, run, 'files', them);
  const letter = anEmail(run.id, { noticeKeys: KEYS });
  const last = aNightOf(run, idOf(them));
  await customers.commit(await loaded(customers, run, them), NEW_CUSTOMER, last, [letter], []);
  const place = { runId: run.id, customerId: idOf(them) };
  return { them, run, place, stored: present(await outbox.load(place, letter.id)) };
}

/** What the next night must know of the letters of the one before. */
export function lettersAreDelivered(make: () => CustomerStores): void {
  test('a letter that was sent is known by its notices and its day', async () => {
    const stores = make();
    const { them, run, place, stored } = await written(stores);
    expect((await loaded(stores.customers, run, them)).delivered).toEqual({});

    await stores.outbox.save(place, stored, reachedOn(accepted(stored.value), day('2026-03-18')));

    expect((await loaded(stores.customers, run, them)).delivered).toEqual(
      Object.fromEntries(KEYS.map((key) => [key, '2026-03-18'])),
    );
    expect((await stores.outbox.load(place, stored.value.email.id))?.value.status).toBe('accepted');
  });

  test('deliveries are removed by the commit whose state names no letter of theirs', async () => {
    const stores = make();
    const { customers, outbox } = stores;
    const { them, run, place, stored } = await written(stores);
    await outbox.save(place, stored, reachedOn(accepted(stored.value), day('2026-03-18')));
    const last = aNightOf(run, idOf(them));
    const commit = async (state: CustomerState): Promise<readonly string[]> => {
      await customers.commit(await loaded(customers, run, them), state, last, [], []);
      return Object.keys((await loaded(customers, run, them)).delivered);
    };

    expect(await commit(OF_INVOICE)).toContain(KEYS[1]);
    expect(await commit({ ...NEW_CUSTOMER, accounts: { SEK: NEW_ACCOUNT } })).toEqual([]);
  });

  test.each(['suppressed', 'failed', 'accepted'] as const)(
    'one that is %s was not delivered',
    async (how) => {
      const stores = make();
      const { them, run, place, stored } = await written(stores);

      await stores.outbox.save(place, stored, settled(stored.value, how, 'paid since'));

      expect((await loaded(stores.customers, run, them)).delivered).toEqual({});
    },
  );

  test('a letter that another has settled since delivers nothing', async () => {
    const stores = make();
    const { them, run, place, stored } = await written(stores);
    await stores.outbox.save(place, stored, settled(stored.value, 'suppressed', 'paid since'));

    const late = reachedOn(accepted(stored.value), day('2026-03-18'));
    await expect(stores.outbox.save(place, stored, late)).rejects.toThrow(StaleError);

    expect((await loaded(stores.customers, run, them)).delivered).toEqual({});
  });
}
