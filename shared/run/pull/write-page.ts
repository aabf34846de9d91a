import { createHash } from 'node:crypto';
import pMap from 'p-map';
import type { CustomerId } from '../../ledger/customer.ts';
import type { SourceFacts } from '../../ledger/source-facts.ts';
import { StaleError } from '../errors.ts';
import type { Run } from '../run.ts';
import type { FactsPart, PulledFacts, Receipt, ReceiptBook } from './pull-ports.ts';

const WRITES_AT_ONCE = 16;

/** The ids after one, through another; the last page goes through to the end. Or a single id. */
export type PageBounds =
  | { readonly after: string | undefined; readonly through: string | undefined }
  | { readonly only: CustomerId };

type Writing = {
  readonly run: Run;
  readonly source: string;
  readonly facts: PulledFacts;
  readonly book: ReceiptBook;
};

type Change = { readonly part: FactsPart; readonly digest: string; readonly before?: Receipt };

/**
 * Writes what has changed of a page, and removes what the source no longer says. The receipts of
 * what is about to change lose their digest first: killed in between, it is written again. Who has
 * been overtaken by another reader finds its ETags or the book taken, and gives way.
 */
export async function writePage(
  bounds: PageBounds,
  parts: readonly FactsPart[],
  writing: Writing,
): Promise<void> {
  const { book } = writing;
  const all =
    'only' in bounds
      ? await book.around(bounds.only)
      : await book.page(bounds.after, bounds.through);
  const isOthers = ({ id }: Receipt): boolean => 'only' in bounds && id !== bounds.only;
  const others = all.filter(isOthers);
  const receipts = new Map(all.filter((each) => !isOthers(each)).map((each) => [each.id, each]));
  const told = new Map(parts.map((part) => [part.id, changeOf(part, receipts.get(part.id))]));
  const changes = [...told.values()].filter(isChange);
  const gone = [...receipts.values()].filter(({ id }) => !told.has(id));
  if (changes.length + gone.length === 0) return;

  const kept = [...receipts.values()].filter(({ id }) => !told.has(id) || !isChanging(told, id));
  await book.save([...others, ...kept.map(withoutDigest(gone)), ...changes.map(claimOf)]);
  await pMap(gone, (each) => removePart(each, writing), { concurrency: WRITES_AT_ONCE });
  const written = await pMap(changes, (each) => writePart(each, writing), {
    concurrency: WRITES_AT_ONCE,
  });
  await book.save([...others, ...kept.filter(({ id }) => told.has(id)), ...written]);
}

function changeOf(part: FactsPart, before: Receipt | undefined): Change {
  return { part, digest: digestOf(part.facts), ...(before !== undefined && { before }) };
}

const isChange = ({ part, digest, before }: Change): boolean =>
  before?.digest !== digest || before.customerId !== part.customerId;

const isChanging = (told: ReadonlyMap<string, Change>, id: string): boolean => {
  const change = told.get(id);
  return change !== undefined && isChange(change);
};

const withoutDigest =
  (gone: readonly Receipt[]) =>
  (receipt: Receipt): Receipt =>
    gone.includes(receipt) ? { ...receipt, digest: undefined } : receipt;

/** Until it is written it stays where it was, so that a retry finds what it has to move. */
const claimOf = ({ part, before }: Change): Receipt => ({
  id: part.id,
  customerId: before?.customerId ?? part.customerId,
  digest: undefined,
  etag: before?.etag,
});

async function writePart({ part, digest, before }: Change, writing: Writing): Promise<Receipt> {
  const { id, customerId } = part;
  const hasMoved = before !== undefined && before.customerId !== customerId;
  if (hasMoved)
    await writing.facts.bring(writing.run, writing.source, id, before.customerId, customerId);
  const { run, source, facts } = writing;
  const etag = await unlessOvertaken(part, hasMoved ? undefined : before?.etag, writing, (known) =>
    facts.save(run, source, part, known),
  );
  if (hasMoved) await removePart(before, writing);
  return { id, customerId, digest, etag };
}

async function removePart(receipt: Receipt, writing: Writing): Promise<void> {
  const { run, source, facts } = writing;
  await unlessOvertaken(receipt, receipt.etag, writing, async (known) => {
    const etag = known ?? (await facts.etagOf(run, source, receipt));
    if (etag !== undefined) await facts.remove(run, source, receipt, etag);
  });
}

/** A receipt may be older than what is there: from a reader that died, or one still under way. */
async function unlessOvertaken<Result>(
  place: { readonly id: Receipt['id']; readonly customerId: Receipt['customerId'] },
  etag: string | undefined,
  { run, source, facts, book }: Writing,
  change: (etag: string | undefined) => Promise<Result>,
): Promise<Result> {
  for (let known = etag; ; ) {
    try {
      return await change(known);
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
      known = await facts.etagOf(run, source, place);
      if (!(await book.isOurs())) throw error;
    }
  }
}

/** Raised when what is stored of the same facts has another shape: then all are written again. */
const FACTS_VERSION = 1;

const digestOf = (facts: SourceFacts): string =>
  createHash('sha256')
    .update(JSON.stringify([FACTS_VERSION, facts]))
    .digest('base64url')
    .slice(0, 22);
