import type { CustomerId } from '../ledger/customer.ts';
import type { Identity } from '../ledger/identity.ts';
import type { KnownIdentity } from '../ledger/known-identity.ts';
import { addTo, customersIn, newIndex } from './customer-index.ts';
import { decided, listed } from './decided-identity.ts';
import { likelyKeys } from './identity-keys.ts';

/** A customer that names no id of the kind looked for, by its domains and its registration number. */
export type Unlisted = { readonly customerId: CustomerId; readonly keys: readonly string[] };

/** Who shares a domain or a number with one customer alone, whom nobody else looks for, is it. */
export function likelyOf(
  open: readonly Identity[],
  free: readonly Unlisted[],
): (identity: Identity) => KnownIdentity {
  const index = newIndex();
  for (const { customerId, keys } of free) addTo(index, keys, customerId);
  const candidatesOf = (identity: Identity) => customersIn(index, likelyKeys(identity));
  const looking = lookingFor(open, candidatesOf);
  // Thousands may look for the same customer: who they are is put together once.
  const names = new Map<CustomerId, string>();

  return (identity) => {
    const match = decided(
      identity,
      candidatesOf(identity),
      'its domain or registration number is of',
    );
    const { customerId } = match;
    const others = looking.get(customerId) ?? [];
    if (customerId === identity.id || others.length < 2) return match;
    const all = names.get(customerId) ?? listed(others);
    names.set(customerId, all);
    return {
      ...identity,
      customerId: identity.id,
      ambiguous: `${all} share a domain or registration number with ${customerId}`,
    };
  };
}

function lookingFor(
  open: readonly Identity[],
  candidatesOf: (identity: Identity) => readonly CustomerId[],
): ReadonlyMap<CustomerId, readonly string[]> {
  const looking = new Map<CustomerId, string[]>();
  for (const identity of open)
    for (const each of candidatesOf(identity)) {
      const others = looking.get(each);
      if (others === undefined) looking.set(each, [identity.id]);
      else others.push(identity.id);
    }
  return looking;
}
