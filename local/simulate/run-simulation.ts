import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { LineWriter } from './line-writer.ts';
import { replay } from './replay.ts';
import { simulatedLines } from './simulated-line.ts';
import { type Tally, tallier } from './tally.ts';

/** One customer in memory at a time; its lines leave as fast as somebody takes them. */
export async function runSimulation(
  customers: Iterable<CustomerFacts>,
  days: readonly CalendarDate[],
  policy: Policy,
  { lines, onCustomer }: { lines: LineWriter | undefined; onCustomer: (done: number) => void },
): Promise<Tally> {
  const { tally, add } = tallier(days, policy);
  for (const facts of customers) {
    for (const decision of replay(facts, days, policy)) {
      add(decision);
      if (lines === undefined) continue;
      for (const line of simulatedLines(decision)) if (lines.add(line)) await lines.flush();
      if (lines.isAbandoned) return tally;
    }
    onCustomer(tally.customers);
  }
  return tally;
}
