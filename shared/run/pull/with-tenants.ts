import type { CustomerId } from '../../ledger/customer.ts';
import { compareKeys } from '../../ledger/customer-key.ts';
import { customerIdOf, type SourceFacts } from '../../ledger/source-facts.ts';
import type { FoundCustomers } from './find-customers.ts';
import type { SourceReading } from './source.ts';

/**
 * A page of a source, with the tenants among it that it says nothing of: that somebody in the books
 * has a tenant is worth knowing, also where the tenant spends nothing.
 */
export async function withTenants(
  reading: Pick<SourceReading, 'customers'>,
  { tenants }: Pick<FoundCustomers, 'tenants'>,
  after: string | undefined,
  limit: number,
): Promise<readonly SourceFacts[]> {
  const told = await reading.customers(after, limit);
  if (tenants.length === 0) return told;
  const ids = new Set(told.map(customerIdOf));
  const silent: SourceFacts[] = [];
  for (let at = firstAfter(after, tenants); silent.length < limit; at += 1) {
    const tenant = tenants[at];
    if (tenant === undefined) break;
    if (!ids.has(tenant)) silent.push({ customerId: tenant, spend: [] });
  }
  return [...told, ...silent]
    .toSorted((a, b) => compareKeys(customerIdOf(a), customerIdOf(b)))
    .slice(0, limit);
}

function firstAfter(after: string | undefined, tenants: readonly CustomerId[]): number {
  if (after === undefined) return 0;
  let [from, end] = [0, tenants.length];
  while (from < end) {
    const middle = (from + end) >> 1;
    const id = tenants[middle];
    if (id !== undefined && compareKeys(id, after) <= 0) from = middle + 1;
    else end = middle;
  }
  return from;
}
