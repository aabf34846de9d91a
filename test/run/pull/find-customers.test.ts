import { expect, test } from 'vitest';
import { findCustomers } from '../../../shared/run/pull/find-customers.ts';
import { createdRun } from '../../contracts/run-builders.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { inMemorySource } from '../in-memory/source.ts';
import { id } from '../portfolio.ts';

test('a tenant in the books that can be no id is passed over, and the others are asked for', async () => {
  const { needs } = nightInMemory();
  const books = { name: 'books', location: 'b' };
  const costs = { name: 'costs', location: 'c' };
  const run = {
    ...(await createdRun(needs.runs)),
    sources: [books, costs],
    customerId: id('alfa'),
  };
  const tenantIds = ['字'.repeat(200), 't-1'];
  const known = { id: id('alfa'), customerId: id('alfa'), tenantIds };
  await needs.identities.save(run, 'books', [known]);
  const reading = await inMemorySource('costs', { customers: [] }).open();

  const found = await findCustomers(run, 'costs', reading, needs);

  expect(found.ids).toEqual(['alfa', 't-1']);
});
