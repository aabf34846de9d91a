import { reasonToWithhold } from '../decisions/reason-to-withhold.ts';
import { type CalendarDate, dayInZone } from '../ledger/calendar-date.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import type { EmailRenderer, EmailTransport } from './email-ports.ts';
import type { SendEmail } from './messages.ts';
import type { Customers, EmailPlace, Outbox, OutboxRow, Runs } from './ports.ts';
import type { Run } from './run.ts';

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

  const run = (await needs.runs.load(message.runId))?.value;
  const policy = parsePolicy(run?.policyText ?? '{}', 'of the run');
  const because = await withheldBecause(message, stored.value, run, policy, needs);
  if (because !== undefined) {
    await needs.outbox.settle(place, stored, 'suppressed', because);
    return;
  }
  try {
    await transmit(stored.value, policy, needs);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    await needs.outbox.settle(place, stored, 'queued', why);
    throw error;
  }
  await needs.outbox.deliver(place, stored, deliveredOn(stored.value, run, policy, needs.clock()));
}

async function transmit(
  { email }: OutboxRow,
  { reseller }: Policy,
  needs: SendEmailNeeds,
): Promise<void> {
  const { id, kind, to, subject } = email;
  await needs.transport.send({
    id,
    kind,
    to,
    subject,
    from: { name: reseller.name, address: needs.sender },
    date: needs.clock(),
    ...(await needs.renderer.render(email)),
  });
}

/** Only letters can stop being true: what is said internally was so on its night. */
async function withheldBecause(
  { customerId }: SendEmail,
  { asOf, email }: OutboxRow,
  run: Run | undefined,
  policy: Policy,
  { customers }: SendEmailNeeds,
): Promise<string | undefined> {
  if (customerId === undefined || run === undefined) return undefined;
  const loaded = await customers.load(run, customerId);
  if (loaded === undefined) return undefined;
  const today = loaded.factsAsOf > asOf ? loaded.factsAsOf : asOf;
  return reasonToWithhold(loaded.facts, loaded.state, policy, today, email.noticeKeys ?? []);
}

/** Today, or the day of a night that replays another one. */
function deliveredOn(
  { asOf }: OutboxRow,
  run: Run | undefined,
  { reseller }: Policy,
  now: Date,
): CalendarDate {
  const today = dayInZone(now, reseller.timeZone);
  const isReplay =
    run === undefined || asOf !== dayInZone(new Date(run.startedAt), reseller.timeZone);
  return isReplay || today < asOf ? asOf : today;
}
