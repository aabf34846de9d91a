import { Email } from '../../shared/decisions/email.ts';
import type { EmailTransport, OutgoingEmail } from '../../shared/run/email-ports.ts';
import { sendEmail } from '../../shared/run/send-email.ts';
import { anEmail, createdRun, present } from '../contracts/run-builders.ts';
import { nightInMemory } from './in-memory-night.ts';
import { POLICY } from './portfolio.ts';
import { workUntilEmpty } from './worker.ts';

const NONE = { items: [], more: 0 };

/** A digest with nothing in it: what is sent is not the question here. */
const DIGEST = {
  kind: 'digest',
  content: {
    brand: { name: 'Kestrel Cloud', logoText: 'Kestrel Cloud', accentColor: '#1F5FA8' },
    role: 'account-manager',
    asOf: '2026-03-17',
    readAt: [],
    needAttention: 0,
    cameDown: 0,
    findings: NONE,
    waiting: NONE,
    recovered: NONE,
    aging: [],
    onStage: NONE,
    totals: [],
    exposed: NONE,
    watched: NONE,
  },
};

const ALERT = {
  content: {
    brand: DIGEST.content.brand,
    customerId: 'C-1',
    customerName: 'Contoso',
    asOf: '2026-03-17',
    findings: [],
  },
};

/** What is in it, unless it is told. */
function contentOf(kind: Email['kind'] | undefined): object {
  if (kind === 'letter') return {};
  return kind === 'alert' ? ALERT : DIGEST;
}

/** A night with one e-mail of the run's own that is to leave, at nine on its day unless told. */
export async function oneEmail({
  email = {},
  policy = {},
  transport = {},
  now = '2026-03-17T09:00:00Z',
}: {
  readonly email?: Partial<Email>;
  readonly policy?: object;
  readonly transport?: Partial<EmailTransport>;
  readonly now?: string;
} = {}) {
  const night = nightInMemory();
  night.now = now;
  const needs = { ...night.needs, transport: { ...night.needs.transport, ...transport } };
  const policyText = JSON.stringify({ ...POLICY, ...policy });
  const run = await createdRun(needs.runs, { policyText, startedAt: '2026-03-17T02:00:00Z' });
  const letter = anEmail(run.id, { to: 'anna@kestrel.example' });
  const digest = Email.parse({ ...letter, ...contentOf(email.kind), ...email });
  await needs.runs.addEmails(run, [digest]);
  const message = { runId: run.id, emailId: digest.id };
  const delivered = (): OutgoingEmail[] => [...night.memory.delivered.values()];
  return {
    night,
    needs,
    run,
    message,
    send: () => sendEmail(message, needs),
    work: () => workUntilEmpty(night.memory, needs),
    row: async () => present(await needs.outbox.load(message, message.emailId)).value,
    /** What left, oldest first, without the operator's alarms. */
    left: () => delivered().filter(({ kind }) => kind !== 'alarm'),
    alarms: () =>
      night.memory.outbox
        .entries()
        .flatMap(([, row]) => (row.email.kind === 'alarm' ? [row.email.subject] : [])),
  };
}
