import { customerIdOf, type SourceFacts } from '../../shared/ledger/source-facts.ts';
import type { Source } from '../../shared/run/ports.ts';
import type { Reject } from '../../shared/run/run.ts';

/** What a source says; a test changes it between nights, as the world does. */
export type World = {
  customers: readonly SourceFacts[];
  rejects?: readonly Reject[];
  newestAt?: Date;
  findings?: readonly string[];
  incomplete?: string;
};

export function inMemorySource(name: string, world: World): Source {
  return {
    name,
    location: `memory:${name}`,
    async open() {
      const { customers, rejects = [], newestAt, findings, incomplete } = structuredClone(world);
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
        close: () => {},
      };
    },
  };
}
