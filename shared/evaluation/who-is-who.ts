import type { CustomerId } from '../ledger/customer.ts';
import type { DirectoryEntry } from '../ledger/directory-entry.ts';
import type { Identity } from '../ledger/identity.ts';
import type { KnownIdentity } from '../ledger/known-identity.ts';
import { accountKey, domainKey, keysOf, registrationKey, tenantKey } from './identity-keys.ts';

/** Customers by what they are known by: several may be known by the same. */
type Index = ReadonlyMap<string, readonly CustomerId[]>;

/**
 * Which of the known customers each identity of a further source is: by what people entered, else
 * by an id, else by a domain or a registration number that one customer alone has, and one identity
 * alone looks for. Never by name: names are alike, and spelled in many ways. Whoever could be
 * several is nobody of them, and says so.
 */
export function whoIsWho(
  known: readonly KnownIdentity[],
  entries: readonly DirectoryEntry[],
  found: readonly Identity[],
): readonly KnownIdentity[] {
  const certain = found.map(whoById(known, entries));

  const taken = new Set(certain.flatMap((each) => each?.customerId ?? []));
  const open = found.filter((_, at) => certain[at] === undefined);
  const free = known.filter((each) => !taken.has(each.customerId) && !hasSameKind(each, open));
  const likely = likelyOf(open, free);
  return found.map((identity, at) => certain[at] ?? likely(identity));
}

/** The same by what is certain alone; undefined where no id says who it is. */
export function whoById(
  known: readonly KnownIdentity[],
  entries: readonly DirectoryEntry[],
): (identity: Identity) => KnownIdentity | undefined {
  const byEntry = indexOf(entries, idKeys);
  const byId = indexOf(known, idKeys);
  const own = new Set(known.map(({ customerId }) => customerId));
  return (identity) => {
    const keys = idKeys(identity);
    const entered = foundBy(keys, byEntry);
    if (entered.length > 0) return decided(identity, entered, 'people entered it as');
    if (own.has(identity.id)) return { ...identity, customerId: identity.id };
    const named = foundBy(keys, byId);
    return named.length > 0 ? decided(identity, named, 'its id is of') : undefined;
  };
}

function decided(identity: Identity, customers: readonly CustomerId[], how: string): KnownIdentity {
  const [customerId = identity.id, ...others] = customers.toSorted();
  if (others.length === 0) return { ...identity, customerId };
  return {
    ...identity,
    customerId: identity.id,
    ambiguous: `${how} ${[customerId, ...others].join(' and ')}`,
  };
}

/** Who names a tenant, or an account, is not looked for by other means: the id may be mistyped. */
function hasSameKind(known: KnownIdentity, open: readonly Identity[]): boolean {
  const [looked] = open;
  const isByTenant = (looked?.tenantIds ?? []).length > 0;
  return ((isByTenant ? known.tenantIds : known.accountingIds) ?? []).length > 0;
}

function likelyOf(open: readonly Identity[], free: readonly KnownIdentity[]) {
  const index = indexOf(free, likelyKeys);
  const candidates = new Map(open.map((each) => [each, foundBy(likelyKeys(each), index)]));
  const looking = lookingFor(candidates);

  return (identity: Identity): KnownIdentity => {
    const match = decided(
      identity,
      candidates.get(identity) ?? [],
      'its domain or registration number is of',
    );
    const others = (looking.get(match.customerId) ?? []).toSorted();
    if (match.customerId === identity.id || others.length < 2) return match;
    return {
      ...identity,
      customerId: identity.id,
      ambiguous: `${others.join(' and ')} share a domain or registration number with ${match.customerId}`,
    };
  };
}

function lookingFor(
  candidates: ReadonlyMap<Identity, readonly CustomerId[]>,
): ReadonlyMap<CustomerId, readonly string[]> {
  const looking = new Map<CustomerId, string[]>();
  for (const [{ id }, customers] of candidates)
    for (const each of customers) {
      const others = looking.get(each);
      if (others === undefined) looking.set(each, [id]);
      else others.push(id);
    }
  return looking;
}

function indexOf<Known extends { readonly customerId: CustomerId }>(
  all: readonly Known[],
  keysIn: (known: Known) => readonly string[],
): Index {
  const index = new Map<string, CustomerId[]>();
  for (const known of all)
    for (const key of keysIn(known)) {
      const customers = index.get(key);
      if (customers === undefined) index.set(key, [known.customerId]);
      else if (!customers.includes(known.customerId)) customers.push(known.customerId);
    }
  return index;
}

function foundBy(keys: readonly string[], index: Index): readonly CustomerId[] {
  const [only] = keys;
  if (only !== undefined && keys.length === 1) return index.get(only) ?? NOBODY;
  return [...new Set(keys.flatMap((key) => index.get(key) ?? NOBODY))];
}

const NOBODY: readonly CustomerId[] = [];

const idKeys = ({ tenantIds, accountingIds }: Pick<Identity, 'tenantIds' | 'accountingIds'>) => [
  ...keysOf(tenantIds, tenantKey),
  ...keysOf(accountingIds, accountKey),
];

const likelyKeys = ({ domains, registrationNumber }: Identity): readonly string[] => [
  ...keysOf(domains, domainKey),
  ...keysOf(registrationNumber === undefined ? [] : [registrationNumber], registrationKey),
];
