import type { CustomerId } from '../../ledger/customer.ts';
import type { Identity } from '../../ledger/identity.ts';
import type { SourceFacts } from '../../ledger/source-facts.ts';
import type { Reject } from '../run.ts';

/** A system that tells us something. Opened once per pull; pages are in a stable order. */
export interface Source {
  readonly name: string;
  readonly location: string;
  /** It says nothing of what is owed, so no stage has to wait for it. */
  readonly isSpendOnly?: boolean;
  /** It lists every tenant there is, so that who owes and is not among them has none. */
  readonly listsTenants?: boolean;
  open(): Promise<SourceReading>;
}

export interface SourceReading {
  /**
   * Who its customers are, where it knows more of them than their ids: read before anything is
   * pulled, so that nobody's facts go to a partition that is not theirs.
   */
  identities?(): AsyncIterable<Identity> | Iterable<Identity>;
  /**
   * Customers after the cursor, at most `limit`, with all their rows, later ones included. They
   * come in the order of their encoded ids: see `toCustomerKey`.
   */
  customers(after: string | undefined, limit: number): Promise<readonly SourceFacts[]>;
  /** One customer alone, where that costs less than all of them. */
  customer?(customerId: CustomerId): Promise<SourceFacts | undefined>;
  rejects(): Iterable<Reject>;
  readonly rejected: number;
  readonly duplicates: number;
  readonly newestAt: Date | undefined;
  /** What could not be read at all (a whole file, or its end), if anything. */
  readonly incomplete: string | undefined;
  /** What is odd about it and no error, for a person to know. */
  readonly findings?: readonly string[];
  close(): void;
}
