import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { customerIdOf } from '../../shared/ledger/source-facts.ts';
import { StaleError } from '../../shared/run/errors.ts';
import { factsOfRun } from '../../shared/run/facts-of-run.ts';
import { queuedRow } from '../../shared/run/outbox-row.ts';
import type { Customers } from '../../shared/run/ports.ts';
import type { Run } from '../../shared/run/run.ts';
import { outboxKey } from './in-memory-run-emails.ts';
import type { Memory } from './memory.ts';

const factsKey = (run: Run, source: string, customerId: string): string =>
  JSON.stringify([run.dryRun ? 'dry-run' : 'facts', customerId, source]);

/** Keeps the same promises as the tables: see contracts/customers.ts. */
export function inMemoryCustomers(memory: Memory): Customers {
  return {
    async saveFacts(run, source, facts) {
      const key = factsKey(run, source, customerIdOf(facts));
      memory.facts.set(key, structuredClone({ asOf: run.asOf, facts }));
    },

    async load(run, customerId) {
      const found = factsOfRun(run, (source) =>
        memory.facts.get(factsKey(run, source, customerId)),
      );
      if (found === undefined) return undefined;
      const stored = memory.states.get(customerId);
      return {
        customerId,
        ...structuredClone(found),
        state: stored?.value.state ?? NEW_CUSTOMER,
        delivered: memory.letters.get(customerId) ?? {},
        last: stored?.value.last,
        etag: stored?.etag,
      };
    },

    async commit({ customerId, etag }, state, last, emails, events) {
      const place = { runId: last.runId, customerId };
      if (emails.some((email) => memory.outbox.get(outboxKey(place, email)) !== undefined))
        throw new StaleError(`customer "${customerId}"`);
      memory.states.save(customerId, etag, { state, last }, `customer "${customerId}"`);
      for (const email of emails)
        memory.outbox.put(outboxKey(place, email), queuedRow(email, last.night.asOf));
      if (events.length > 0)
        memory.events.set(`${customerId}|${last.runId}`, structuredClone(events));
    },
  };
}
