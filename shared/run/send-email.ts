import { reasonToWithhold } from '../decisions/reason-to-withhold.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { EmailRenderer, EmailTransport } from './email-ports.ts';
import type { SendEmail } from './messages.ts';
import type { Customers, EmailPlace, Outbox, OutboxRow, Runs } from './ports.ts';

export type SendEmailNeeds = {
  readonly runs: Runs;
  readonly customers: Customers;
  readonly outbox: Outbox;
  readonly renderer: EmailRenderer;
  readonly transport: EmailTransport;
  readonly sender: string;
  readonly clock: () => Date;
};

/**
 * Sends one outbox row, unless it has stopped being true (paid, held, promised since). Killed
 * after the transport took it, it is sent again under the same id, which delivers it once. Why a
 * try failed is kept with the row, for the report, before the queue gives the message back.
 */
export async function sendEmail(message: SendEmail, needs: SendEmailNeeds): Promise<void> {
  const place: EmailPlace = { runId: message.runId, customerId: message.customerId };
  const stored = await needs.outbox.load(place, message.emailId);
  if (stored?.value.status !== 'queued') return;

  const because = await withheldBecause(message, stored.value, needs);
  if (because !== undefined) {
    await needs.outbox.settle(place, stored, 'suppressed', because);
    return;
  }
  try {
    await transmit(stored.value, message, needs);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    await needs.outbox.settle(place, stored, 'queued', why);
    throw error;
  }
  await needs.outbox.settle(place, stored, 'sent');
}

async function transmit(
  { email }: OutboxRow,
  { runId }: SendEmail,
  needs: SendEmailNeeds,
): Promise<void> {
  const run = (await needs.runs.load(runId))?.value;
  const name = parsePolicy(run?.policyText ?? '{}', 'of the run').reseller.name;
  const { id, kind, to, subject } = email;
  await needs.transport.send({
    id,
    kind,
    to,
    subject,
    from: { name, address: needs.sender },
    date: needs.clock(),
    ...needs.renderer.render(email),
  });
}

/** Only letters can stop being true: what is said internally was so on its night. */
async function withheldBecause(
  { runId, customerId }: SendEmail,
  { asOf, email }: OutboxRow,
  { runs, customers }: SendEmailNeeds,
): Promise<string | undefined> {
  const run = (await runs.load(runId))?.value;
  if (customerId === undefined || run === undefined) return undefined;
  const loaded = await customers.load(run, customerId);
  if (loaded === undefined) return undefined;
  const policy = parsePolicy(run.policyText, 'of the run');
  const today = loaded.factsAsOf > asOf ? loaded.factsAsOf : asOf;
  return reasonToWithhold(loaded.facts, loaded.state, policy, today, email.noticeKeys ?? []);
}
