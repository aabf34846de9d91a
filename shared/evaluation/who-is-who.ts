import type { CustomerId } from '../ledger/customer.ts';
import type { DirectoryEntry } from '../ledger/directory-entry.ts';
import type { Identity } from '../ledger/identity.ts';
import type { KnownIdentity } from '../ledger/known-identity.ts';
import { addTo, type CustomerIndex, customersIn, newIndex } from './customer-index.ts';
import { decided } from './decided-identity.ts';
import { idKeys, likelyKeys } from './identity-keys.ts';
import { likelyOf, type Unlisted } from './likely-customers.ts';

/** What the identities of a source have for an id: who names one is not looked for by other means. */
export type IdKind = 'tenantIds' | 'accountingIds';

/** The customers of the sources before, added one by one: of each no more is kept than is matched by. */
export interface KnownCustomers {
  add(known: KnownIdentity): void;
  /** Who an identity is by what is certain alone; undefined where no id says it. */
  certain(identity: Identity): KnownIdentity | undefined;
  /**
   * Which customer each identity of a further source is: by what people entered, else by an id, else
   * by a domain or a registration number that one customer alone has, and one identity alone looks
   * for. Never by name: names are alike, and spelled in many ways. Whoever could be several is
   * nobody of them, and says so.
   */
  match(found: readonly Identity[]): readonly KnownIdentity[];
}

/** `kind` is what the further source knows its customers by; none where it knows but ids. */
export function knownCustomers(
  entries: readonly DirectoryEntry[],
  kind: IdKind | undefined,
): KnownCustomers {
  const byEntry = newIndex();
  for (const entry of entries) addTo(byEntry, idKeys(entry), entry.customerId);
  const byId = newIndex();
  const own = new Set<CustomerId>();
  const unlisted: Unlisted[] = [];

  const certain = (identity: Identity): KnownIdentity | undefined =>
    certainly(identity, { byEntry, byId, own });

  return {
    add(known) {
      own.add(known.customerId);
      addTo(byId, idKeys(known), known.customerId);
      // The id that it names may be mistyped: another one is not to be its by a domain.
      if (kind === undefined || (known[kind] ?? []).length > 0) return;
      const keys = likelyKeys(known);
      if (keys.length > 0) unlisted.push({ customerId: known.customerId, keys });
    },
    certain,
    match(found) {
      const sure = found.map(certain);
      const taken = new Set(sure.flatMap((each) => each?.customerId ?? []));
      const open = found.filter((_, at) => sure[at] === undefined);
      const free = unlisted.filter(({ customerId }) => !taken.has(customerId));
      const likely = likelyOf(open, free);
      return found.map((identity, at) => sure[at] ?? likely(identity));
    },
  };
}

/** Identities of a source are all of a kind: accounts, or tenants. */
export const idKindOf = ([first]: readonly Identity[]): IdKind =>
  (first?.tenantIds ?? []).length > 0 ? 'tenantIds' : 'accountingIds';

type Certainty = {
  readonly byEntry: CustomerIndex;
  readonly byId: CustomerIndex;
  readonly own: ReadonlySet<CustomerId>;
};

function certainly(
  identity: Identity,
  { byEntry, byId, own }: Certainty,
): KnownIdentity | undefined {
  const keys = idKeys(identity);
  const entered = customersIn(byEntry, keys);
  if (entered.length > 0) return decided(identity, entered, 'people entered it as');
  if (own.has(identity.id)) return { ...identity, customerId: identity.id };
  const named = customersIn(byId, keys);
  return named.length > 0 ? decided(identity, named, 'its id is of') : undefined;
}
