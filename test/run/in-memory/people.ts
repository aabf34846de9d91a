import type { HistoryEvent } from '../../../shared/decisions/customer-night.ts';
import type { CustomerId } from '../../../shared/ledger/customer.ts';
import type { EntryName, People } from '../../../shared/run/desk/people-port.ts';
import type { Memory } from './memory.ts';

const keyOf = (customerId: CustomerId, { kind, id }: EntryName): string =>
  `${customerId}|${kind}|${id}`;

/** Keeps the same promises as the table: see contracts/people.ts. */
export function inMemoryPeople(memory: Memory): People {
  const keep = (customerId: CustomerId, name: EntryName, event: HistoryEvent): void => {
    const instant = (event.at ?? '').replace(/[-:.]/g, '');
    memory.events.set(`${customerId}|${event.on}.${instant}:${name.kind}:${name.id}`, [event]);
  };
  return {
    load: async (customerId, name) => memory.entries.get(keyOf(customerId, name)),
    async save(customerId, etag, entry, event) {
      const stored = memory.entries.save(keyOf(customerId, entry), etag, entry, 'what was entered');
      keep(customerId, entry, event);
      return stored;
    },
    note: async (customerId, event, about) =>
      keep(customerId, { kind: 'arrangement', id: about }, event),
    async history(customerId, from, before) {
      const prefix = `${customerId}|`;
      return [...memory.events]
        .map(([key, events]) => ({ key, events }))
        .filter(({ key }) => key >= `${prefix}${from}` && key < `${prefix}${before}`)
        .toSorted((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ key, events }) => ({ key: key.slice(prefix.length), events }));
    },
    emails: async (customerId) =>
      memory.outbox
        .entries()
        .map(([, row]) => row)
        .filter(({ email }) => email.kind === 'letter' && email.customerIds[0] === customerId),
  };
}
