import { idKindOf, knownCustomers } from '../../evaluation/who-is-who.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { compareKeys } from '../../ledger/customer-key.ts';
import type { DirectoryEntry } from '../../ledger/directory-entry.ts';
import type { KnownIdentity } from '../../ledger/known-identity.ts';
import { customerIdOf, type SourceFacts } from '../../ledger/source-facts.ts';
import type { Run } from '../run.ts';
import type { Directory, Identities, ReadIdentities } from './directory-ports.ts';
import type { FactsPart } from './pull-ports.ts';
import type { SourceReading } from './source.ts';

export type FindCustomersNeeds = {
  readonly directory: Directory;
  readonly identities: Identities;
};

/** Whose the facts of a source are, and what of that nobody can tell. */
export type FoundCustomers = {
  partOf(facts: SourceFacts): FactsPart;
  /** What the customer of a run of one may be called in this source. */
  readonly ids: readonly CustomerId[];
  /** A source before this one has told of the customer. */
  isKnown(customerId: CustomerId): boolean;
  readonly findings: readonly string[];
  /** Those of the source that are customers a source before it knows, in the order of their keys. */
  readonly tenants: readonly CustomerId[];
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
  if (run.sources.length < 2) return { ...asThemselves(run), partOf: partsOf(entries, (id) => id) };
  return reading.identities === undefined
    ? await byIdAlone(run, source, entries, identities)
    : await byIdentities(run, source, reading, entries, identities);
}

const asThemselves = ({ customerId }: Run): Omit<FoundCustomers, 'partOf'> => ({
  ids: customerId === undefined ? [] : [customerId],
  isKnown: () => false,
  findings: [],
  tenants: [],
});

async function byIdAlone(
  run: Run,
  source: string,
  entries: readonly DirectoryEntry[],
  identities: Identities,
): Promise<FoundCustomers> {
  const known = knownCustomers(entries, undefined);
  const customers = new Set<CustomerId>();
  const ids = new Set(asThemselves(run).ids);
  for await (const each of knownBefore(run, source, identities)) {
    known.add(each);
    customers.add(each.customerId);
    if (each.customerId !== run.customerId) continue;
    ids.add(each.id);
    // What the books say may be no id at all, and then nobody has it.
    for (const tenantId of each.tenantIds ?? []) {
      const { data } = CustomerId.safeParse(tenantId);
      if (data !== undefined) ids.add(data);
    }
  }
  return {
    partOf: partsOf(entries, (id) => known.certain({ id, tenantIds: [id] })?.customerId ?? id),
    ids: [...ids],
    isKnown: (customerId) => customers.has(customerId),
    findings: [],
    tenants: [],
  };
}

/** Of very many identities as little is kept as the reading of their facts needs. */
async function byIdentities(
  run: Run,
  source: string,
  reading: SourceReading,
  entries: readonly DirectoryEntry[],
  identities: Identities,
): Promise<FoundCustomers> {
  const { read, customers } = await matched(run, source, reading, entries, identities);
  const others = new Map<CustomerId, CustomerId>();
  const ids = new Set(asThemselves(run).ids);
  const findings: string[] = [];
  const tenants: CustomerId[] = [];
  for await (const page of read.pages())
    for (const each of page) {
      const { id, customerId } = each;
      if (id !== customerId) others.set(id, customerId);
      if (customerId === run.customerId) ids.add(id);
      if (findings.length < MOST_FINDINGS) findings.push(...ambiguityText(each));
      if (customers.has(customerId)) tenants.push(id);
    }
  return {
    partOf: partsOf(entries, (id) => others.get(id) ?? id),
    ids: [...ids],
    isKnown: (customerId) => customers.has(customerId),
    findings,
    tenants: tenants.sort(compareKeys),
  };
}

const MOST_FINDINGS = 50;

/** The identities of the source with whose they are, and the customers of the sources before. */
async function matched(
  run: Run,
  source: string,
  reading: SourceReading,
  entries: readonly DirectoryEntry[],
  identities: Identities,
): Promise<{ readonly read: ReadIdentities; readonly customers: ReadonlySet<CustomerId> }> {
  const customers = new Set<CustomerId>();
  const read = await identities.load(run, source);
  // A run of one customer asks nobody again who everybody is.
  if (read !== undefined && (read.runId === run.id || run.customerId !== undefined)) {
    for await (const { customerId } of knownBefore(run, source, identities))
      customers.add(customerId);
    return { read, customers };
  }
  const told = await Array.fromAsync(reading.identities?.() ?? []);
  const known = knownCustomers(entries, idKindOf(told));
  for await (const each of knownBefore(run, source, identities)) {
    known.add(each);
    customers.add(each.customerId);
  }
  return { read: await identities.save(run, source, known.match(told)), customers };
}

/** In the order of the run: what the first of them says, the later ones are held against. */
async function* knownBefore(
  run: Run,
  source: string,
  identities: Identities,
): AsyncGenerator<KnownIdentity, void> {
  const place = run.sources.findIndex(({ name }) => name === source);
  for (const { name } of run.sources.slice(0, place)) {
    const read = await identities.load(run, name);
    if (read !== undefined) for await (const page of read.pages()) yield* page;
  }
}

/** What a source says as what it says of a customer, with what people entered of that. */
function partsOf(
  entries: readonly DirectoryEntry[],
  whose: (id: CustomerId) => CustomerId,
): FoundCustomers['partOf'] {
  const entered = new Map(entries.map((entry) => [entry.customerId, entry]));
  return (facts) => {
    const id = customerIdOf(facts);
    const customerId = whose(id);
    return { id, customerId, facts: factsOf(facts, customerId, entered.get(customerId)) };
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

const ambiguityText = ({ id, name, ambiguous }: KnownIdentity): string[] =>
  ambiguous === undefined
    ? []
    : [
        `${id}${name === undefined ? '' : ` (${name})`} is matched with nobody because ${ambiguous}: say in the directory who it is`,
      ];
