import type { HistoryEvent } from '../../decisions/customer-night.ts';
import type { CustomerId } from '../../ledger/customer.ts';
import type { Entry } from '../../ledger/entries.ts';
import type { OutboxRow } from '../email/outbox-row.ts';
import type { Stored } from '../ports.ts';

/** What a row of history holds, under a key that sorts by its day and then its instant. */
export type HistoryRow = { readonly key: string; readonly events: readonly HistoryEvent[] };

export type EntryName = Pick<Entry, 'kind' | 'id'>;

/** What people enter about a customer, and what they read of it. Lies with the customer. */
export interface People {
  load(customerId: CustomerId, name: EntryName): Promise<Stored<Entry> | undefined>;
  /** The entry with its event in one transaction. Without an ETag there must be none. Throws StaleError. */
  save(
    customerId: CustomerId,
    etag: string | undefined,
    entry: Entry,
    event: HistoryEvent,
  ): Promise<Stored<Entry>>;
  /** An event without an entry. */
  note(customerId: CustomerId, event: HistoryEvent, about: string): Promise<void>;
  /** Rows from one key to before another, oldest first. */
  history(customerId: CustomerId, from: string, before: string): Promise<readonly HistoryRow[]>;
  /** The customer's letters and alerts, at most 1000, in no order. */
  emails(customerId: CustomerId): Promise<readonly OutboxRow[]>;
}
