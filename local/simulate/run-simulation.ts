import type { CustomerDecision } from '../../shared/decisions/decide-customer.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import { type Comparison, comparer } from './comparison.ts';
import type { LineWriter } from './line-writer.ts';
import { type MeasuredCourse, measurer } from './measured-course.ts';
import type { NamedPolicy } from './named-policy.ts';
import { replayBeside } from './replay.ts';
import { type SimulatedLine, simulatedLines } from './simulated-line.ts';
import { type Tally, tallier } from './tally.ts';

/** What was asked for besides the tallies. */
export type Wanted = {
  readonly lines: LineWriter | undefined;
  /** The nights to measure. */
  readonly measure: Iterable<CalendarDate>;
  readonly onCustomer: (done: number) => void;
};

export type Simulation = {
  /** One for each policy. */
  readonly tallies: readonly Tally[];
  /** Of two policies. */
  readonly comparison: Comparison | undefined;
  readonly measured: MeasuredCourse;
};

/** One customer in memory at a time; its lines leave as fast as somebody takes them. */
export async function runSimulation(
  customers: Iterable<CustomerFacts>,
  days: readonly CalendarDate[],
  policies: readonly NamedPolicy[],
  { lines, measure, onCustomer }: Wanted,
): Promise<Simulation> {
  const talliers = policies.map(({ policy }) => tallier(days, policy));
  const compare = policies.length === 2 ? comparer() : undefined;
  const { measured, add: measureCustomer } = measurer(measure);
  const comparison = compare?.comparison;
  const simulation = { tallies: talliers.map(({ tally }) => tally), comparison, measured };
  const rules = policies.map(({ policy }) => policy);
  let done = 0;
  for (const facts of customers) {
    for (const decisions of replayBeside(facts, days, rules)) {
      for (const [at, decision] of decisions.entries()) talliers[at]?.add(decision);
      compare?.add(decisions);
      if (lines === undefined) continue;
      for (const line of linesOf(decisions, policies)) if (lines.add(line)) await lines.flush();
      if (lines.isAbandoned) return simulation;
    }
    compare?.end(facts.customer);
    measureCustomer(facts);
    done += 1;
    onCustomer(done);
  }
  return simulation;
}

/** Of two policies each line says whose it is. */
function linesOf(
  decisions: readonly CustomerDecision[],
  policies: readonly NamedPolicy[],
): readonly SimulatedLine[] {
  const [only] = decisions;
  if (only !== undefined && policies.length === 1) return simulatedLines(only);
  return decisions.flatMap((decision, at) => simulatedLines(decision, policies[at]?.name));
}
