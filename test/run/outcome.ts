import type { CustomerResult } from '../../shared/run/customer-result.ts';
import type { NightInMemory } from './in-memory/night.ts';

export type Outcome = Awaited<ReturnType<typeof outcomeOf>>;

/** All that a night leaves, by content: no instants, no ETags, in an order of its own. */
export async function outcomeOf({ memory, needs }: NightInMemory) {
  const runs = await needs.runs.recent(100);
  return {
    runs: runs.map(({ startedAt: _, finishedAt: __, ...run }) => run),
    sources: memory.sources.entries().map(([, source]) => source),
    rejects: [...memory.rejects],
    results: [...memory.results].toSorted(byKey),
    states: memory.states.entries().toSorted(byKey),
    events: [...memory.events].toSorted(byKey),
    listed: [...memory.listedEmails],
    outbox: memory.outbox.entries().toSorted(byKey),
    delivered: [...memory.delivered]
      .map(([id, { date: _, ...email }]) => [id, email] as const)
      .toSorted(byKey),
    waiting: memory.messages,
    lost: memory.lost,
  };
}

/** The state of every customer, apart from which run came to it. */
export const statesOf = ({ states }: Outcome) => states.map(([id, { state }]) => [id, state]);

export const resultsOf = ({ results }: Outcome): CustomerResult[] =>
  results.flatMap(([, { result }]) => result ?? []);

export const deliveredTo = ({ delivered }: Outcome, kind: string): string[] =>
  delivered.flatMap(([, email]) => (email.kind === kind ? [email.to] : [])).toSorted();

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;
