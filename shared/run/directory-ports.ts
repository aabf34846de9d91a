import type { CustomerId } from '../ledger/customer.ts';
import type { DirectoryEntry } from '../ledger/directory-entry.ts';
import type { Stored } from './ports.ts';

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
