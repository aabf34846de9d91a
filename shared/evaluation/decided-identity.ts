import type { CustomerId } from '../ledger/customer.ts';
import type { Identity } from '../ledger/identity.ts';
import type { KnownIdentity } from '../ledger/known-identity.ts';

/** Who could be several is itself, and says why. */
export function decided(
  identity: Identity,
  customers: readonly CustomerId[],
  how: string,
): KnownIdentity {
  const [customerId = identity.id] = customers;
  if (customers.length < 2) return { ...identity, customerId };
  return {
    ...identity,
    customerId: identity.id,
    ambiguous: `${how} ${listed(customers)}`,
  };
}

const LISTED = 5;

/** A few of them, always the same: thousands may share a domain that everybody's mail is from. */
export function listed(ids: readonly string[]): string {
  const all = ids.toSorted();
  const more = all.length - LISTED;
  return [...all.slice(0, LISTED), ...(more > 0 ? [`${more} more`] : [])].join(' and ');
}
