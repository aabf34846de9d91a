import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { StaleError } from '../../shared/run/errors.ts';
import type { Customers, LoadedCustomer } from '../../shared/run/ports.ts';
import type { Run } from '../../shared/run/run.ts';
import { outboxKey } from './in-memory-run-emails.ts';
import type { FactsRow, Memory } from './memory.ts';

const factsKey = (run: Run, source: string, customerId: string): string =>
  JSON.stringify([run.dryRun ? 'dry-run' : 'facts', customerId, source]);

/** Keeps the same promises as the tables: see contracts/customers.ts. */
export function inMemoryCustomers(memory: Memory): Customers {
  return {
    async saveFacts(run, source, facts) {
      const key = factsKey(run, source, facts.customer.customerId);
      memory.facts.set(key, structuredClone({ asOf: run.asOf, facts }));
    },

    async load(run, customerId) {
      const rows = run.sources.flatMap(
        ({ name }) => memory.facts.get(factsKey(run, name, customerId)) ?? [],
      );
      const [first] = rows;
      if (first === undefined) return undefined;
      const stored = memory.states.get(customerId);
      return {
        customerId,
        ...merged(first, rows),
        state: stored?.value.state ?? NEW_CUSTOMER,
        last: stored?.value.last,
        etag: stored?.etag,
      };
    },

    async commit({ customerId, etag }, state, last, letter, events) {
      const place = { runId: last.runId, customerId };
      if (letter !== undefined && memory.outbox.get(outboxKey(place, letter)) !== undefined)
        throw new StaleError(`customer "${customerId}"`);
      memory.states.save(customerId, etag, { state, last }, `customer "${customerId}"`);
      const queued = { asOf: last.night.asOf, status: 'queued', because: undefined } as const;
      if (letter !== undefined)
        memory.outbox.put(outboxKey(place, letter), { email: letter, ...queued });
      if (events.length > 0)
        memory.events.set(`${customerId}|${last.runId}`, structuredClone(events));
    },
  };
}

function merged(
  first: FactsRow,
  rows: readonly FactsRow[],
): Pick<LoadedCustomer, 'facts' | 'factsAsOf'> {
  const all = rows.map(({ facts }) => facts);
  const facts = {
    customer: first.facts.customer,
    invoices: all.flatMap(({ invoices }) => invoices),
    payments: all.flatMap(({ payments }) => payments),
    spend: all.flatMap(({ spend }) => spend),
    budgets: all.flatMap(({ budgets }) => budgets),
    arrangements: all.flatMap(({ arrangements }) => arrangements),
  };
  return structuredClone({ facts, factsAsOf: first.asOf });
}
