import { type Email, EmailSummary } from '../../../shared/decisions/email/email.ts';
import { previewRow, queuedRow } from '../../../shared/run/email/outbox-row.ts';
import type { EmailPlace, Outbox, Runs, SentMessages } from '../../../shared/run/ports.ts';
import type { Memory } from './memory.ts';

/** The row of an e-mail: with its customer, or with the run. */
export const outboxKey = ({ runId, customerId }: EmailPlace, { id }: Pick<Email, 'id'>): string =>
  JSON.stringify(customerId === undefined ? [runId, id] : ['customer', customerId, id]);

export function inMemoryRunEmails(
  memory: Memory,
): Pick<Runs, 'addEmails' | 'listEmails' | 'emails'> {
  return {
    async addEmails({ id, asOf, dryRun }, emails) {
      for (const email of emails) {
        const key = outboxKey({ runId: id, customerId: undefined }, email);
        if (memory.outbox.get(key) !== undefined) continue;
        memory.outbox.put(key, dryRun ? previewRow(email, asOf) : queuedRow(email, asOf));
      }
    },
    async listEmails(id, emails) {
      memory.listedEmails.set(
        id,
        emails.map((email) => EmailSummary.parse(email)),
      );
    },
    async *emails(id) {
      const listed = memory.listedEmails.get(id) ?? [];
      if (listed.length > 0) yield structuredClone(listed);
    },
  };
}

/** Keeps the same promises as the tables: see contracts/outbox.ts. */
export function inMemoryOutbox(memory: Memory): Outbox {
  return {
    load: async (place, id) => memory.outbox.get(outboxKey(place, { id })),
    async save(place, { value, etag }, next) {
      const { email, deliveredOn: on } = next;
      const saved = memory.outbox.save(outboxKey(place, email), etag, next, `e-mail "${email.id}"`);
      const { customerId } = place;
      if (customerId === undefined || email.kind !== 'letter') return saved;
      if (on === undefined || on === value.deliveredOn) return saved;
      const days = (email.noticeKeys ?? []).map((key) => [key, on] as const);
      memory.letters.set(customerId, {
        ...memory.letters.get(customerId),
        ...Object.fromEntries(days),
      });
      return saved;
    },
  };
}

export const inMemorySentMessages = ({ sent }: Memory): SentMessages => ({
  async remember(operationId, message) {
    sent.set(operationId, structuredClone(message));
  },
  find: async (operationId) => structuredClone(sent.get(operationId)),
});
