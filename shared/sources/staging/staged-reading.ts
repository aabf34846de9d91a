import { CustomerId } from '../../ledger/customer.ts';
import type { SourceFacts } from '../../ledger/source-facts.ts';
import type { SourceReading } from '../../run/pull/source.ts';
import type { Reject } from '../../run/run.ts';
import type { FileCounts } from './file-counts.ts';

/** What every kind of staging has in common. */
export type StagedFiles = {
  customers(after: CustomerId | undefined, limit: number): Iterable<SourceFacts>;
  customer(customerId: CustomerId): SourceFacts | undefined;
  rejects(): Iterable<Reject>;
  readonly files: readonly FileCounts[];
  close(): void;
};

/** A staged folder as a run reads it; how old it is and what it lacks is its source's to say. */
export function stagedReading(
  staged: StagedFiles,
  about: Pick<SourceReading, 'newestAt' | 'incomplete' | 'findings'>,
): SourceReading {
  const sum = (of: (counts: FileCounts) => number): number =>
    staged.files.reduce((total, counts) => total + of(counts), 0);
  return {
    ...about,
    customers: async (after, limit) => [
      ...staged.customers(after === undefined ? undefined : CustomerId.parse(after), limit),
    ],
    customer: async (customerId) => staged.customer(customerId),
    rejects: () => staged.rejects(),
    rejected: sum(({ rejected }) => rejected),
    duplicates: sum(({ duplicates }) => duplicates),
    close: () => staged.close(),
  };
}
