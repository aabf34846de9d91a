import type { CustomerDecision } from '../../shared/decisions/decide-customer.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { comparer } from './comparison.ts';
import { measurer } from './measured-course.ts';
import type { NamedPolicy } from './named-policy.ts';
import { replayBeside } from './replay.ts';
import { simulatedLines } from './simulated-line.ts';
import type { Simulation } from './simulation.ts';
import { tallier } from './tally.ts';

/** What is replayed, and what is wanted of it besides the tallies. */
export type ReplayJob = {
  readonly days: readonly CalendarDate[];
  readonly policies: readonly NamedPolicy[];
  /** The nights to measure. */
  readonly measure: readonly CalendarDate[];
  readonly wantsLines: boolean;
};

/** What some of the customers came to, and their JSON Lines where those are wanted. */
export type ReplayedPart = Simulation & { readonly lines: string };

/** Replays some of the customers, all their nights. */
export function replayPart(
  customers: Iterable<CustomerFacts>,
  { days, policies, measure, wantsLines }: ReplayJob,
): ReplayedPart {
  const rules = policies.map(({ policy }) => policy);
  const talliers = rules.map((policy) => tallier(days, policy));
  const compare = policies.length === 2 ? comparer() : undefined;
  const { measured, add: measureCustomer } = measurer(measure);
  const lines: string[] = [];
  let count = 0;
  for (const facts of customers) {
    for (const decisions of replayBeside(facts, days, rules)) {
      for (const [at, decision] of decisions.entries()) talliers[at]?.add(decision);
      compare?.add(decisions);
      if (wantsLines) addLines(lines, decisions, policies);
    }
    compare?.end(facts.customer);
    measureCustomer(facts);
    count += 1;
  }
  return {
    customers: count,
    tallies: talliers.map(({ tally }) => tally),
    comparison: compare?.comparison,
    measured,
    lines: lines.join(''),
  };
}

/** Of two policies each line says whose it is. */
function addLines(
  lines: string[],
  decisions: readonly CustomerDecision[],
  policies: readonly NamedPolicy[],
): void {
  for (const [at, decision] of decisions.entries())
    for (const line of simulatedLines(
      decision,
      policies.length > 1 ? policies[at]?.name : undefined,
    ))
      lines.push(`${JSON.stringify(line)}\n`);
}
