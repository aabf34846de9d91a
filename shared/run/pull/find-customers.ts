import { whoById, whoIsWho } from '../../evaluation/who-is-who.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { compareKeys } from '../../ledger/customer-key.ts';
import type { DirectoryEntry } from '../../ledger/directory-entry.ts';
import type { Identity } from '../../ledger/identity.ts';
import type { KnownIdentity } from '../../ledger/known-identity.ts';
import { customerIdOf, type SourceFacts } from '../../ledger/source-facts.ts';
import type { SourceReading } from '../ports.ts';
import type { Run } from '../run.ts';
import type { Directory, Identities } from './directory-ports.ts';
import type { FactsPart } from './pull-ports.ts';

export type FindCustomersNeeds = {
  readonly directory: Directory;
  readonly identities: Identities;
};

/** Whose the facts of a source are, and what of that nobody can tell. */
export type FoundCustomers = {
  partOf(facts: SourceFacts): FactsPart;
  /** What the customer may be called in this source. */
  idsOf(customerId: CustomerId): readonly CustomerId[];
  /** A source before this one has told of the customer. */
  isKnown(customerId: CustomerId): boolean;
  readonly findings: readonly string[];
  /** Those of the source that are customers a source before it knows, in the order of their keys. */
  readonly tenants: readonly Identity[];
};

/**
 * Finds out who a source's customers are among those of the sources before it, once per run: who
 * reads on from a checkpoint finds what was found before. Sources that know nothing but ids are
 * asked by those.
 */
export async function findCustomers(
  run: Run,
  source: string,
  reading: SourceReading,
  { directory, identities }: FindCustomersNeeds,
): Promise<FoundCustomers> {
  const entries = (await Array.fromAsync(directory.entries())).flat().map(({ value }) => value);
  if (run.sources.length < 2) return foundCustomers(() => undefined, [], entries);

  const known = await knownBefore(run, source, identities);
  if (reading.identities === undefined) {
    const match = whoById(known, entries);
    return foundCustomers((id) => match({ id, tenantIds: [id] }), known, entries);
  }
  const found = await identitiesOf(run, source, reading, known, entries, identities);
  const others = new Map(
    found
      .filter(({ id, customerId, ambiguous }) => id !== customerId || ambiguous !== undefined)
      .map((each) => [each.id, each]),
  );
  const customers = foundCustomers((id) => others.get(id), known, entries);
  return {
    ...customers,
    findings: [...others.values()].flatMap(ambiguityText),
    idsOf: (customerId) => [
      ...new Set([
        customerId,
        ...found.filter((each) => each.customerId === customerId).map(({ id }) => id),
      ]),
    ],
    tenants: inKeyOrder(found.filter(({ customerId }) => customers.isKnown(customerId))),
  };
}

/** In the order of the run: what the first of them says, the later ones are held against. */
async function knownBefore(
  run: Run,
  source: string,
  identities: Identities,
): Promise<readonly KnownIdentity[]> {
  const place = run.sources.findIndex(({ name }) => name === source);
  const before: KnownIdentity[] = [];
  for (const { name } of run.sources.slice(0, place)) {
    const read = await identities.load(run, name);
    for (const each of read?.identities ?? []) before.push(each);
  }
  return before;
}

async function identitiesOf(
  run: Run,
  source: string,
  reading: SourceReading,
  known: readonly KnownIdentity[],
  entries: readonly DirectoryEntry[],
  identities: Identities,
): Promise<readonly KnownIdentity[]> {
  const read = await identities.load(run, source);
  // A run of one customer asks nobody again who everybody is.
  if (read !== undefined && (read.runId === run.id || run.customerId !== undefined))
    return read.identities;
  const told = await Array.fromAsync(reading.identities?.() ?? []);
  const found = whoIsWho(known, entries, told);
  return (await identities.save(run, source, found)).identities;
}

function foundCustomers(
  match: (id: CustomerId) => KnownIdentity | undefined,
  known: readonly KnownIdentity[],
  entries: readonly DirectoryEntry[],
): FoundCustomers {
  const customers = new Set(known.map(({ customerId }) => customerId));
  const entered = new Map(entries.map((entry) => [entry.customerId, entry]));
  return {
    partOf(facts) {
      const id = customerIdOf(facts);
      const customerId = match(id)?.customerId ?? id;
      return { id, customerId, facts: factsOf(facts, customerId, entered.get(customerId)) };
    },
    idsOf: (customerId) => [...new Set([customerId, ...namesOf(customerId, known)])],
    isKnown: (customerId) => customers.has(customerId),
    findings: [],
    tenants: [],
  };
}

/** The facts as the customer's own, with what people entered of it. */
function factsOf(
  facts: SourceFacts,
  customerId: CustomerId,
  entry: DirectoryEntry | undefined,
): SourceFacts {
  if (!('customer' in facts)) return { ...facts, customerId };
  const { accountManager, tenantIds = [] } = entry ?? {};
  return {
    ...facts,
    customer: {
      ...facts.customer,
      customerId,
      ...(accountManager !== undefined && { accountManager }),
      ...(tenantIds.length > 0 && { tenantIds }),
    },
  };
}

/** What a source that knows no more than ids may call a customer of the sources before it. */
const namesOf = (customerId: CustomerId, known: readonly KnownIdentity[]): CustomerId[] =>
  known
    .filter((each) => each.customerId === customerId)
    .flatMap(({ id, tenantIds = [] }) => [id, ...tenantIds.map((each) => CustomerId.parse(each))]);

const inKeyOrder = <Found extends Identity>(found: readonly Found[]): Found[] =>
  found.toSorted((a, b) => compareKeys(a.id, b.id));

const ambiguityText = ({ id, name, ambiguous }: KnownIdentity): string[] =>
  ambiguous === undefined
    ? []
    : [
        `${id}${name === undefined ? '' : ` (${name})`} is matched with nobody because ${ambiguous}: say in the directory who it is`,
      ];
