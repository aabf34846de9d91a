import { describe, expect, test } from 'vitest';
import { faultsAtRandom } from '../../../local/fakes/faults.ts';
import { fakeAccess } from '../../sources/partner-center/fake-access.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { resultsOf } from '../outcome.ts';
import { owes } from '../portfolio.ts';
import { runNight } from '../run-night.ts';

const SEEDS = Array.from({ length: 12 }, (_, number) => `night ${number}`);
const AS_OF = '2026-05-19';

type Partner = Awaited<ReturnType<typeof fakeAccess>>;

/** A night over books, which know half of the customers by their tenants, and Partner Center. */
async function nightOver(partner: Partner) {
  const { customers } = partner.fake.world;
  const night = nightInMemory();
  night.world.customers = customers
    .filter((_, number) => number % 2 === 0)
    .map(({ id }) => owes(id, '2026-05-01'));
  const [books] = night.needs.sources;
  if (books === undefined) throw new Error('Cannot happen: the night has books');
  const sources = [books, partner.live.source];
  const needs = { ...night.needs, sources, portal: partner.live.portal };
  return await runNight({ ...night, needs }, AS_OF, needs);
}

/** Whose usage there is, or who is in the books: nobody else is to be expected. */
const expectedIds = ({ fake }: Partner): string[] =>
  fake.world.customers
    .filter(({ azure }, number) => azure !== 'none' || number % 2 === 0)
    .map(({ id }) => id)
    .toSorted();

describe('a night over Partner Center', () => {
  test('shows spend beside what the same customer owes', async () => {
    await using partner = await fakeAccess();

    const outcome = await nightOver(partner);

    const [first] = partner.fake.world.customers;
    const night = resultsOf(outcome).flatMap((result) =>
      result.kind === 'evaluated' && result.night.customer.customerId === first?.id
        ? [result.night]
        : [],
    )[0];
    expect(night?.accounts).toMatchObject([{ currency: 'EUR', overdue: 10_000 }]);
    expect(night?.budgets).toMatchObject([{ currency: 'SEK', month: '2026-05', spent: 387_283 }]);
  });

  test('asks what spend is for where something is told of it, and nowhere else', async () => {
    await using partner = await fakeAccess();

    const outcome = await nightOver(partner);

    const told = resultsOf(outcome).filter(
      (result) => result.kind === 'evaluated' && result.night.spendParts !== undefined,
    );
    const asked = partner.fake.calls.filter(({ url }) =>
      url.pathname.endsWith('/resourceusagerecords'),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(asked).toHaveLength(told.length);
  });

  test.each(SEEDS)('with any fault (%s) loses nobody, or says what is missing', async (seed) => {
    await using partner = await fakeAccess({ timeoutMs: 200 });
    partner.fake.faults = faultsAtRandom(seed, 0.35);

    const outcome = await nightOver(partner);

    const [run] = outcome.runs;
    const source = outcome.sources.find(({ name }) => name === 'partner-center');
    const ids = resultsOf(outcome).map((result) =>
      result.kind === 'evaluated' ? result.night.customer.customerId : result.customerId,
    );
    expect(run?.status).toMatch(/^completed/);
    expect(outcome.lost).toEqual([]);
    if (source?.status === 'done') expect(ids.toSorted()).toEqual(expectedIds(partner));
    else expect(source?.because).toMatch(/^Cannot (read|sign in)/);
  });

  test('that cannot be read at all, every try, goes on without it and says why', async () => {
    await using partner = await fakeAccess();
    partner.fake.faults = faultsAtRandom('down', 1, ['server-error']);

    const { runs, sources, results } = await nightOver(partner);

    expect(runs[0]?.status).toBe('completed-with-failures');
    expect(sources.find(({ name }) => name === 'partner-center')).toMatchObject({
      status: 'failed',
      because: expect.stringMatching(
        /^Cannot read the (customers|usage of all customers).* because of the answer 500 \(Try later\.\)/,
      ),
    });
    expect(results).toHaveLength(6);
  });

  test('leaves no secret in anything it keeps or sends', async () => {
    await using partner = await fakeAccess({ timeoutMs: 200 });
    partner.fake.faults = faultsAtRandom('canary', 0.35);

    const kept = JSON.stringify(await nightOver(partner));

    for (const canary of [
      partner.fake.application.secret,
      'fake-refresh-',
      'fake-account-',
      'fake-application-',
    ])
      expect(kept).not.toContain(canary);
  });
});
