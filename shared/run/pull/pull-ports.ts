import type { CustomerId } from '../../ledger/customer.ts';
import type { SourceFacts } from '../../ledger/source-facts.ts';
import type { Run } from '../run.ts';

/** Where something is that a source says: under the id it has there, in a customer's partition. */
export type PartPlace = { readonly id: CustomerId; readonly customerId: CustomerId };

/** What a source says of one of its customers, and whose that is. */
export type FactsPart = PartPlace & { readonly facts: SourceFacts };

/** The facts in the customers' partitions. A dry run keeps its own apart. */
export interface PulledFacts {
  /** Replaces what has the ETag, or creates. The ETag of what is there now. Throws StaleError. */
  save(run: Run, source: string, part: FactsPart, etag: string | undefined): Promise<string>;
  /** Undefined where nothing is. */
  etagOf(run: Run, source: string, place: PartPlace): Promise<string | undefined>;
  /** Throws StaleError. */
  remove(run: Run, source: string, place: PartPlace, etag: string): Promise<void>;
  /**
   * A part has become another customer's: what is remembered of the one is taken along to the
   * other, which goes on from there. Done twice, it is done once.
   */
  bring(run: Run, source: string, id: CustomerId, from: CustomerId, to: CustomerId): Promise<void>;
}

/** What is known of the facts that were written last; without a digest they are being changed. */
export type Receipt = PartPlace & {
  readonly digest: string | undefined;
  readonly etag: string | undefined;
};

/** A receipt for each of a source's customers, many to a row: unchanged facts are not even read. */
export interface Receipts {
  open(run: Run, source: string): Promise<ReceiptBook>;
}

/** One reader's receipts of a source. As soon as another reader has saved any, saving fails. */
export interface ReceiptBook {
  /** Those of the ids after one, through another; to the end where there is none. */
  page(after: string | undefined, through: string | undefined): Promise<readonly Receipt[]>;
  /** Those of the row that an id's is in, or would be. */
  around(id: CustomerId): Promise<readonly Receipt[]>;
  /** Replaces those that were read last. Throws StaleError. */
  save(receipts: readonly Receipt[]): Promise<void>;
  isOurs(): Promise<boolean>;
}
