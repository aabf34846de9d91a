import type { CustomerId } from '../../../shared/ledger/customer.ts';
import { queuedRow } from '../../../shared/run/email/outbox-row.ts';
import { StaleError } from '../../../shared/run/errors.ts';
import {
  type Delivery,
  deliveriesOver,
  loadedCustomer,
} from '../../../shared/run/loaded-customer.ts';
import type { Customers } from '../../../shared/run/ports.ts';
import { partsOf, placeOf } from './facts.ts';
import type { Memory } from './memory.ts';
import { outboxKey } from './run-emails.ts';

/** Keeps the same promises as the tables: see contracts/customers.ts. */
export function inMemoryCustomers(memory: Memory): Customers {
  return {
    async load(run, customerId) {
      const stored = memory.states.get(customerId);
      const entries = memory.entries
        .entries()
        .flatMap(([key]) =>
          key.startsWith(`${customerId}|`) ? (memory.entries.get(key) ?? []) : [],
        );
      const found = loadedCustomer(run, {
        customerId,
        parts: partsOf(memory, run, customerId),
        moves: [...(memory.moves.get(placeOf(run, customerId))?.values() ?? [])],
        entries,
        deliveries: deliveriesOf(memory, customerId),
        state: stored?.value.state,
        last: stored?.value.last,
        givenUp: stored?.value.givenUp,
        etag: stored?.etag,
      });
      return structuredClone(found);
    },

    async commit(loaded, state, last, emails, events) {
      const { customerId, etag, settles } = loaded;
      const place = { runId: last.runId, customerId };
      if (emails.some((email) => memory.outbox.get(outboxKey(place, email)) !== undefined))
        throw new StaleError(`customer "${customerId}"`);
      memory.states.save(customerId, etag, { state, last }, `customer "${customerId}"`);
      for (const email of emails)
        memory.outbox.put(outboxKey(place, email), queuedRow(email, last.night.asOf));
      for (const key of settles)
        memory.moves.get(placeOf({ dryRun: false }, customerId))?.delete(key);
      const over = new Set(deliveriesOver(loaded, state).map(({ key }) => key));
      const letters = Object.entries(memory.letters.get(customerId) ?? {});
      memory.letters.set(customerId, Object.fromEntries(letters.filter(([key]) => !over.has(key))));
      if (events.length > 0)
        memory.events.set(`${customerId}|${last.runId}`, structuredClone(events));
    },

    async giveUp({ customerId, etag }, givenUp) {
      const stored = memory.states.get(customerId)?.value;
      memory.states.save(customerId, etag, { ...stored, givenUp }, `customer "${customerId}"`);
    },
  };
}

const deliveriesOf = ({ letters }: Memory, customerId: CustomerId): Delivery[] =>
  Object.entries(letters.get(customerId) ?? {}).map(([key, on]) => ({
    key,
    on,
    noticeKeys: [key],
  }));
