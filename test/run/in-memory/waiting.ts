import type {
  SendPace,
  WaitingEmail,
  WaitingEmails,
} from '../../../shared/run/email/dispatch-ports.ts';
import { Pace } from '../../../shared/run/email/send-quota.ts';
import type { Memory } from './memory.ts';

const orderOf = ({ urgency, message }: WaitingEmail): string =>
  `${urgency}:${message.runId}:${message.emailId}`;

/** Keeps the same promises as the table: see contracts/waiting-emails.ts. */
export function inMemoryWaitingEmails({ waitingEmails: line }: Memory): WaitingEmails {
  return {
    async add(email) {
      const key = orderOf(email);
      if (!line.has(key)) line.set(key, { email: structuredClone(email), hiddenUntil: 0 });
    },
    async take(now, hiddenUntil) {
      let first: string | undefined;
      for (const [key, each] of line)
        if (each.hiddenUntil <= now.getTime() && (first === undefined || key < first)) first = key;
      const found = first === undefined ? undefined : line.get(first);
      if (first === undefined || found === undefined) return undefined;
      line.set(first, { email: found.email, hiddenUntil: hiddenUntil.getTime() });
      return { ...structuredClone(found.email), key: first };
    },
    async putBack({ key, ...email }, until) {
      if (line.has(key)) line.set(key, { email, hiddenUntil: until.getTime() });
    },
    async remove({ key }) {
      line.delete(key);
    },
    async nextAt(now) {
      const times = [...line.values()].map((each) => each.hiddenUntil);
      if (times.length === 0) return undefined;
      const first = times.reduce((a, b) => Math.min(a, b));
      return new Date(Math.max(first, now.getTime()));
    },
  };
}

const KEY = 'pace';

export const inMemoryPace = ({ pace }: Memory): SendPace => ({
  load: async () => pace.get(KEY) ?? { value: Pace.parse({}), etag: '' },
  save: async ({ etag }, next) =>
    pace.save(KEY, etag === '' ? undefined : etag, next, 'the pace of sending'),
});
