import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustomerId } from '../../../shared/ledger/customer.ts';
import { compareKeys } from '../../../shared/ledger/customer-key.ts';
import { customerIdOf } from '../../../shared/ledger/source-facts.ts';
import { withTenants } from '../../../shared/run/pull/with-tenants.ts';
import { id } from '../portfolio.ts';

/** Ids whose keys come in another order than they themselves. */
const IDS = ['a', 'B', 'ä', 'b c', 'c', 'd/1', 'd', 'e', 'f', 'z'].map(id);
const inOrder = (ids: readonly CustomerId[]) => ids.toSorted(compareKeys);

const sourceOf = (ids: readonly CustomerId[]) => ({
  customers: async (after: string | undefined, limit: number) =>
    inOrder(ids)
      .filter((each) => after === undefined || compareKeys(each, after) > 0)
      .slice(0, limit)
      .map((customerId) => ({ customerId, spend: [] })),
});

async function allPages(
  told: readonly CustomerId[],
  tenants: readonly CustomerId[],
  limit: number,
) {
  const read: CustomerId[] = [];
  for (;;) {
    const page = await withTenants(sourceOf(told), { tenants }, read.at(-1), limit);
    read.push(...page.map(customerIdOf));
    if (page.length < limit) return read;
    if (read.length > IDS.length) throw new Error(`Cannot end after ${read.join(' ')}`);
  }
}

test('page by page come all that a source tells of and all its tenants, once, in order', async () => {
  const some = fc.subarray(IDS);
  await fc.assert(
    fc.asyncProperty(some, some, fc.integer({ min: 1, max: 6 }), async (told, tenants, limit) => {
      const read = await allPages(told, inOrder(tenants), limit);

      expect(read).toEqual(inOrder([...new Set([...told, ...tenants])]));
    }),
  );
});
