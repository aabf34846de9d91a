import type { Identity } from '../../../shared/ledger/identity.ts';
import { customerIdOf, type SourceFacts } from '../../../shared/ledger/source-facts.ts';
import type { Source } from '../../../shared/run/pull/source.ts';
import type { Reject } from '../../../shared/run/run.ts';

/** What a source says; a test changes it between nights, as the world does. */
export type World = {
  customers: readonly SourceFacts[];
  rejects?: readonly Reject[];
  newestAt?: Date;
  findings?: readonly string[];
  incomplete?: string;
  /** Who they are, where it knows; and whether it knows of all tenants there are. */
  identities?: readonly Identity[] | undefined;
  listsTenants?: boolean;
};

export function inMemorySource(name: string, world: World): Source {
  return {
    name,
    location: `memory:${name}`,
    ...(world.listsTenants === true && { listsTenants: true, isSpendOnly: true }),
    async open() {
      const {
        customers,
        rejects = [],
        newestAt,
        findings,
        incomplete,
        identities,
      } = structuredClone(world);
      const sorted = customers.toSorted((a, b) => (customerIdOf(a) < customerIdOf(b) ? -1 : 1));
      return {
        customers: async (after, limit) =>
          sorted
            .filter((each) => after === undefined || customerIdOf(each) > after)
            .slice(0, limit),
        rejects: () => rejects,
        rejected: rejects.length,
        duplicates: 0,
        newestAt,
        incomplete,
        ...(findings !== undefined && { findings }),
        ...(identities !== undefined && { identities: () => identities }),
        close: () => {},
      };
    },
  };
}
