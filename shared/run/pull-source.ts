import pMap from 'p-map';
import { customerIdOf, type SourceFacts, sourceFactsSeenOn } from '../ledger/source-facts.ts';
import { cutSlices } from './cut-slices.ts';
import { SourceError, StaleError, UnavailableError } from './errors.ts';
import type { PullSource } from './messages.ts';
import type { Customers, Queues, Runs, Source, SourceReading, Stored } from './ports.ts';
import { isActive, type Run, type SourceProgress } from './run.ts';

/** Customers written between two checkpoints, and checkpoints per message. */
const PAGE_SIZE = 100;
const PAGES_PER_MESSAGE = 100;
const WRITES_AT_ONCE = 16;
const MAX_FINDINGS = 50;

export type PullSourceNeeds = {
  readonly runs: Runs;
  readonly customers: Customers;
  readonly queues: Queues;
  readonly sources: readonly Source[];
};

/**
 * Reads a source from where the run got to, checkpoint by checkpoint. Where another worker is
 * found ahead, the rest is left to it, so that a doubled message never doubles the messages.
 */
export async function pullSource(message: PullSource, needs: PullSourceNeeds): Promise<void> {
  const run = (await needs.runs.load(message.runId))?.value;
  if (run === undefined || !isActive(run)) return;

  const progress = await sourceProgress(run, message.source, needs.runs);
  if (progress?.value.status === 'pulling' && !(await pullPages(run, progress, needs))) return;
  await cutSlices(run.id, needs);
}

async function sourceProgress(run: Run, name: string, runs: Runs) {
  return (await runs.loadSources(run.id)).find(({ value }) => value.name === name);
}

/** True when the source is in, or has failed for good; false when others will see to it. */
async function pullPages(
  run: Run,
  from: Stored<SourceProgress>,
  needs: PullSourceNeeds,
): Promise<boolean> {
  let reading: SourceReading | undefined;
  try {
    const source = needs.sources.find(({ name }) => name === from.value.name);
    if (source === undefined)
      throw new SourceError(
        `Cannot read the source "${from.value.name}" because it is not configured: set its folder or container`,
      );
    if (source.location !== from.value.location)
      throw new SourceError(
        `Cannot read on in "${source.location}" because the run started with "${from.value.location}": start another run`,
      );
    reading = await source.open();
    return await pages(run, from, reading, needs);
  } catch (error) {
    if (error instanceof StaleError) return false;
    if (error instanceof UnavailableError) await rememberWhy(run, from.value.name, error, needs);
    if (!(error instanceof SourceError)) throw error;
    await needs.runs.saveSource(run.id, from, failedSource(from.value, error.message));
    return true;
  } finally {
    reading?.close();
  }
}

/** The last reason known, for the report, should every further try fail as well. */
async function rememberWhy(
  run: Run,
  name: string,
  { message: because }: UnavailableError,
  { runs }: PullSourceNeeds,
): Promise<void> {
  const progress = await sourceProgress(run, name, runs);
  if (progress?.value.status !== 'pulling') return;
  await runs
    .saveSource(run.id, progress, { ...progress.value, because })
    .catch((error: unknown) => {
      if (!(error instanceof StaleError)) throw error;
    });
}

export const failedSource = (progress: SourceProgress, because: string): SourceProgress => ({
  ...progress,
  status: 'failed',
  because,
});

async function pages(
  run: Run,
  from: Stored<SourceProgress>,
  reading: SourceReading,
  needs: PullSourceNeeds,
): Promise<boolean> {
  let progress = from.value;
  let stored = from;
  for (let page = 0; page < PAGES_PER_MESSAGE; page += 1) {
    const facts = await reading.customers(progress.after, PAGE_SIZE);
    // What is wrong with a source is known once it has been read, and that may be only now.
    if (progress.after === undefined)
      await needs.runs.saveRejects(run.id, progress.name, reading.rejects());
    progress = afterPage(progress, facts, run, reading);
    await savePage(run, from.value.name, facts, needs);
    stored = await needs.runs.saveSource(run.id, stored, progress);
    if (progress.status === 'done') return true;
  }
  await needs.queues.pullSource({ runId: run.id, source: progress.name });
  return false;
}

async function savePage(
  run: Run,
  source: string,
  facts: readonly SourceFacts[],
  { runs, customers }: PullSourceNeeds,
): Promise<void> {
  const seen = facts.map((each) => sourceFactsSeenOn(each, run.asOf)).filter(saysSomething);
  await pMap(seen, (each) => customers.saveFacts(run, source, each), {
    concurrency: WRITES_AT_ONCE,
  });
  await runs.addCustomers(run.id, seen.map(customerIdOf));
}

/** A customer whose spend alone is known, and is all dated later, is not there yet. */
const saysSomething = (facts: SourceFacts): boolean =>
  'customer' in facts || facts.spend.length > 0 || (facts.readings ?? []).length > 0;

/** The counts of a page, split into what the night sees and what is dated later. */
function afterPage(
  progress: SourceProgress,
  page: readonly SourceFacts[],
  run: Run,
  reading: SourceReading,
): SourceProgress {
  const { because: _passed, ...before } = progress;
  const next = { ...before, rejected: reading.rejected, duplicates: reading.duplicates };
  for (const facts of page) {
    const seen = sourceFactsSeenOn(facts, run.asOf);
    next.customers += 1;
    next.spendRows += seen.spend.length;
    next.later += rowCount(facts) - rowCount(seen);
    if (!('customer' in seen)) continue;
    next.invoices += seen.invoices.length;
    next.payments += seen.payments.length;
  }
  const last = page.at(-1);
  return {
    ...next,
    after: last === undefined ? progress.after : customerIdOf(last),
    newestAt: reading.newestAt?.toISOString(),
    incomplete: reading.incomplete,
    ...(reading.findings !== undefined && {
      findings: reading.findings.slice(0, MAX_FINDINGS),
    }),
    status: page.length < PAGE_SIZE ? 'done' : 'pulling',
  };
}

function rowCount(facts: SourceFacts): number {
  if (!('customer' in facts)) return facts.spend.length;
  const { invoices, payments, spend, arrangements } = facts;
  return invoices.length + payments.length + spend.length + arrangements.length;
}
