import { customerIdOf, sourceFactsSeenOn } from '../../ledger/source-facts.ts';
import type { Queues, Stored } from '../ports.ts';
import type { Run, SourceProgress } from '../run.ts';
import { countedPage } from './count-page.ts';
import { type FindCustomersNeeds, findCustomers } from './find-customers.ts';
import { type SavePageNeeds, savePage } from './save-page.ts';
import type { SourceReading } from './source.ts';
import { withTenants } from './with-tenants.ts';

/** Customers written between two checkpoints, and checkpoints per message. */
const PAGE_SIZE = 100;
const PAGES_PER_MESSAGE = 100;

export type PullPagesNeeds = FindCustomersNeeds & SavePageNeeds & { readonly queues: Queues };

/** True when the source is in; false when a message of its own reads on. */
export async function pullPages(
  run: Run,
  from: Stored<SourceProgress>,
  reading: SourceReading,
  needs: PullPagesNeeds,
): Promise<boolean> {
  const { name } = from.value;
  const found = await findCustomers(run, name, reading, needs);
  let stored = from;
  for (let page = 0; page < PAGES_PER_MESSAGE; page += 1) {
    const { after } = stored.value;
    const facts = await withTenants(reading, found, after, PAGE_SIZE);
    // What is wrong with a source is known once it has been read, and that may be only now.
    if (after === undefined) await needs.runs.saveRejects(run.id, name, reading.rejects());
    const isLast = facts.length < PAGE_SIZE;
    const last = facts.at(-1);
    const through = last === undefined ? after : customerIdOf(last);
    const bounds = { after, through: isLast ? undefined : through };
    const parts = facts.map((each) => found.partOf(sourceFactsSeenOn(each, run.asOf)));
    await savePage({ run, stored, found }, bounds, parts, needs);
    const counted = countedPage(stored.value, facts, run, { reading, found });
    const status = isLast ? 'done' : 'pulling';
    stored = await needs.runs.saveSource(run.id, stored, { ...counted, after: through, status });
    if (isLast) return true;
  }
  await needs.queues.pullSource({ runId: run.id, source: name });
  return false;
}
