import type { Email } from '../../../shared/decisions/email/email.ts';
import type { EmailTransport, OutgoingEmail } from '../../../shared/run/email/email-ports.ts';
import { sendEmail } from '../../../shared/run/email/send-email.ts';
import { createdRun, present } from '../../contracts/run-builders.ts';
import { nightInMemory } from '../in-memory/night.ts';
import { POLICY } from '../portfolio.ts';
import { workUntilEmpty } from '../worker.ts';
import { anyEmail } from './any-email.ts';

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
  const digest = anyEmail(email.kind ?? 'digest', run.id, { to: 'anna@kestrel.example', ...email });
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
