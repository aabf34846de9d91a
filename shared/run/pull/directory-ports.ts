import type { CustomerId } from '../../ledger/customer.ts';
import type { DirectoryEntry } from '../../ledger/directory-entry.ts';
import type { KnownIdentity } from '../../ledger/known-identity.ts';
import type { Stored } from '../ports.ts';
import type { Run, RunId } from '../run.ts';

/** Who is who, as people entered it: one entry per customer. */
export interface Directory {
  /** All of them, by pages, in the order of their keys. */
  entries(): AsyncIterable<readonly Stored<DirectoryEntry>[]>;
  load(customerId: CustomerId): Promise<Stored<DirectoryEntry> | undefined>;
  /** Without an ETag there must be none yet. Throws StaleError. */
  save(etag: string | undefined, entry: DirectoryEntry): Promise<Stored<DirectoryEntry>>;
  /** Throws StaleError. */
  remove(stored: Stored<DirectoryEntry>): Promise<void>;
}

/** A source's customers, and whose they were found to be, as of the run that read them last. */
export type ReadIdentities = {
  readonly runId: RunId;
  /** By pages, in the order they were saved in, as often as asked for: there may be very many. */
  pages(): AsyncIterable<readonly KnownIdentity[]>;
};

export interface Identities {
  /** Undefined where the source was never read. A dry run has its own. */
  load(run: Run, source: string): Promise<ReadIdentities | undefined>;
  /** The first to save in a run is right: what is there then, for all of its readers. */
  save(run: Run, source: string, found: readonly KnownIdentity[]): Promise<ReadIdentities>;
}
