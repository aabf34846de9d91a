import type { CustomerId } from '../../ledger/customer.ts';
import { customerIdOf, type SourceFacts, sourceFactsSeenOn } from '../../ledger/source-facts.ts';
import type { Stored } from '../ports.ts';
import type { Run, SourceProgress } from '../run.ts';
import { countedPage } from './count-page.ts';
import { type FindCustomersNeeds, findCustomers } from './find-customers.ts';
import { type SavePageNeeds, savePage } from './save-page.ts';
import type { SourceReading } from './source.ts';

const PAGE_SIZE = 100;

/** A run of one customer reads no more of the source than that takes, and no rejects. */
export async function pullCustomer(
  run: Run,
  customerId: CustomerId,
  from: Stored<SourceProgress>,
  reading: SourceReading,
  needs: FindCustomersNeeds & SavePageNeeds,
): Promise<boolean> {
  const found = await findCustomers(run, from.value.name, reading, needs);
  const told: SourceFacts[] = [];
  for (const id of found.ids) {
    const facts = await (reading.customer?.(id) ?? searched(id, reading));
    const part = facts && found.partOf(sourceFactsSeenOn(facts, run.asOf));
    if (part !== undefined && part.customerId !== customerId) continue;
    if (facts !== undefined) told.push(facts);
    const parts = part === undefined ? [] : [part];
    await savePage({ run, stored: from, found }, { only: id }, parts, needs);
  }
  const counted = countedPage(from.value, told, run, { reading, found });
  const progress = { ...counted, status: 'done', rejected: 0, duplicates: 0 } as const;
  await needs.runs.saveSource(run.id, from, progress);
  return true;
}

async function searched(
  customerId: CustomerId,
  reading: SourceReading,
): Promise<SourceFacts | undefined> {
  let after: string | undefined;
  for (;;) {
    const page = await reading.customers(after, PAGE_SIZE);
    const found = page.find((facts) => customerIdOf(facts) === customerId);
    const last = page.at(-1);
    if (found !== undefined || last === undefined || page.length < PAGE_SIZE) return found;
    after = customerIdOf(last);
  }
}
