import type { EmailTransport } from '../../../shared/run/email/email-ports.ts';
import type { Memory } from './memory.ts';

/** Delivers once per id. One id with two contents would lose the second, so it is an error here. */
export function inMemoryTransport({ delivered }: Memory): EmailTransport {
  return {
    reportsDelivery: false,
    sendSeconds: 0,
    async send(email) {
      const before = delivered.get(email.id);
      if (before !== undefined && (before.text !== email.text || before.to !== email.to))
        throw new Error(`Cannot send "${email.id}" because that id has said something else`);
      delivered.set(email.id, before ?? email);
    },
  };
}
