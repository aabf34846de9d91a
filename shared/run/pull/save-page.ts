import { StaleError } from '../errors.ts';
import { refuseEarlierDay } from '../forward-only.ts';
import type { Runs, Stored } from '../ports.ts';
import type { Run, SourceProgress } from '../run.ts';
import type { FoundCustomers } from './find-customers.ts';
import type { FactsPart, PulledFacts, Receipts } from './pull-ports.ts';
import { type PageBounds, writePage } from './write-page.ts';

const WRITE_ATTEMPTS = 5;

export type SavePageNeeds = {
  readonly runs: Runs;
  readonly facts: PulledFacts;
  readonly receipts: Receipts;
};

export type Pull = {
  readonly run: Run;
  readonly stored: Stored<SourceProgress>;
  readonly found: FoundCustomers;
};

/** Who is listed is listed last: nobody is evaluated whose facts are not written. */
export async function savePage(
  pull: Pull,
  bounds: PageBounds,
  parts: readonly FactsPart[],
  needs: SavePageNeeds,
): Promise<void> {
  const telling = parts.filter((part) => saysSomething(part, pull.found));
  await writeWithOthers(pull, bounds, telling, needs);
  const customerIds = [...new Set(telling.map(({ customerId }) => customerId))];
  await needs.runs.addCustomers(pull.run.id, customerIds);
}

/**
 * Who else writes this source's facts is a reader of this run that got ahead, to whom the rest is
 * left; or one of another run, beside which the page is written again.
 */
async function writeWithOthers(
  { run, stored: { value, etag } }: Pull,
  bounds: PageBounds,
  parts: readonly FactsPart[],
  { runs, facts, receipts }: SavePageNeeds,
): Promise<void> {
  const { name } = value;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const book = await receipts.open(run, name);
      await refuseEarlierDay(run, runs);
      await writePage(bounds, parts, { run, source: name, facts, book });
      return;
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
      const current = (await runs.loadSources(run.id)).find((each) => each.value.name === name);
      if (current?.etag !== etag) throw error;
      if (attempt === WRITE_ATTEMPTS)
        throw new Error(
          `Cannot write the facts of "${name}" because another run writes them too: wait for it to end`,
          { cause: error },
        );
    }
  }
}

/** A tenant that spends nothing tells of a customer in the books that it has one, and of no other. */
const saysSomething = ({ customerId, facts }: FactsPart, found: FoundCustomers): boolean =>
  'customer' in facts ||
  facts.spend.length > 0 ||
  (facts.readings ?? []).length > 0 ||
  found.isKnown(customerId);
