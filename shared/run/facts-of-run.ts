import type { CalendarDate } from '../ledger/calendar-date.ts';
import { mergeFacts } from '../ledger/merge-facts.ts';
import type { SourceFacts } from '../ledger/source-facts.ts';
import type { LoadedCustomer } from './ports.ts';
import type { Run } from './run.ts';

/** What a source last said of a customer, and the day of the run that read it. */
export type StoredFacts = { readonly asOf: CalendarDate; readonly facts: SourceFacts };

/**
 * What the run's sources say of a customer together. A source that was read to its end and says
 * nothing of the customer any more is not quoted from an earlier night.
 */
export function factsOfRun(
  run: Run,
  storedBy: (source: string) => StoredFacts | undefined,
): Pick<LoadedCustomer, 'facts' | 'factsAsOf'> | undefined {
  const [first, ...others] = run.sources.flatMap(({ name, isRead }) => {
    const stored = storedBy(name);
    return stored === undefined || (isRead === true && stored.asOf < run.asOf) ? [] : [stored];
  });
  if (first === undefined) return undefined;
  const [newest = first.asOf] = [first, ...others]
    .map(({ asOf }) => asOf)
    .toSorted()
    .reverse();
  return {
    facts: mergeFacts([first.facts, ...others.map(({ facts }) => facts)]),
    factsAsOf: newest,
  };
}
