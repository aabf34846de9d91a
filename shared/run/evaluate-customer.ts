import { decideCustomer } from '../decisions/decide-customer.ts';
import { composeAlerts } from '../decisions/email/compose-alert.ts';
import { composeLetter } from '../decisions/email/compose-letter.ts';
import type { EmailSummary } from '../decisions/email/email.ts';
import { measuredNight } from '../decisions/measured-night.ts';
import { withFallbackManager } from '../decisions/with-fallback-manager.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CustomerId } from '../ledger/customer.ts';
import type { Policy } from '../policy/policy.ts';
import type { CustomerResult } from './customer-result.ts';
import { type HasTold, leftUntold, resultOf } from './left-untold.ts';
import { lookCloser } from './look-closer.ts';
import type { CustomerPortal } from './portal-ports.ts';
import type { Customers, LastNight, LoadedCustomer, Queues, Runs } from './ports.ts';
import type { Run } from './run.ts';
import { withoutTenantBecause } from './without-tenant.ts';

export type EvaluateCustomerNeeds = {
  readonly runs: Runs;
  readonly customers: Customers;
  readonly queues: Queues;
  readonly portal?: CustomerPortal | undefined;
  readonly told: HasTold;
};

/**
 * Load, decide, commit. A customer that this run has decided already keeps what was decided:
 * deciding again would find nothing new and lose the night's changes. One that it gave up on is
 * not decided any more: what the run tells may be written already.
 */
export async function evaluateCustomer(
  customerId: CustomerId,
  run: Run,
  policy: Policy,
  needs: EvaluateCustomerNeeds,
): Promise<CustomerResult> {
  const loaded = await needs.customers.load(run, customerId);
  if (loaded === undefined)
    throw new Error(`Cannot evaluate customer "${customerId}" because it has no facts`);
  if (loaded.last?.runId === run.id) return concluded(loaded.last, customerId, run, needs.queues);
  const decidedOn = loaded.last?.night.asOf ?? run.asOf;
  if (decidedOn > run.asOf && !run.dryRun)
    return { kind: 'failed', customerId, because: laterBecause(decidedOn) };

  if (loaded.givenUp?.runId === run.id)
    return { kind: 'failed', customerId, because: loaded.givenUp.because };

  const untold = await leftUntold(loaded, run, needs.told, needs);
  const circumstances = { holdStages: run.holdStages, delivered: loaded.delivered, untold };
  const facts = withFallbackManager(loaded.facts, policy);
  const decision = decideCustomer(facts, loaded.state, policy, run.asOf, circumstances);
  const looked = await lookCloser(decision.night, loaded.tenantIds, needs.portal);
  const measured = measuredNight(looked, facts, policy);
  const withoutTenant = withoutTenantBecause(loaded, measured, run);
  const night = { ...measured, ...(withoutTenant !== undefined && { withoutTenant }) };
  const letter = decision.writeLetter
    ? composeLetter(night, facts, decision.invoices, policy)
    : undefined;
  const before = isNew(loaded) ? undefined : loaded.state;
  const alerts = composeAlerts(night, policy, before);
  const emails = letter === undefined ? alerts : [letter, ...alerts];
  const last: LastNight = { runId: run.id, night, emails: emails.map(summaryOf) };

  if (run.dryRun) await needs.runs.addEmails(run, emails);
  else {
    // The last trace of e-mails whose run was killed before it queued them: the commit replaces it.
    if (!wasSent(loaded)) await queueEmails(loaded.last, customerId, needs.queues);
    const { readings } = loaded.state;
    const next = { ...decision.next, ...(readings !== undefined && { readings }) };
    await needs.customers.commit(loaded, next, last, emails, decision.events);
  }
  return concluded(last, customerId, run, needs.queues);
}

/** Nobody has looked at it before, by any of its names. */
const isNew = ({ last, settles }: LoadedCustomer): boolean =>
  last === undefined && settles.length === 0;

/** Deciding an earlier day again would undo what was decided since, and tell it once more. */
const laterBecause = (on: CalendarDate): string =>
  `it was decided as of ${on} already, and nights only go forward`;

/** One letter carries all that the customer is told of a night, so one notice stands for it. */
const wasSent = ({ last, delivered }: LoadedCustomer): boolean =>
  last?.night.notices.some(
    ({ key, tell }) => tell.includes('customer') && Object.hasOwn(delivered, key),
  ) ?? false;

/** Queues e-mails before the result is recorded: killed in between, they are only queued twice. */
export async function concluded(
  last: LastNight,
  customerId: CustomerId,
  run: Run,
  queues: Queues,
): Promise<CustomerResult> {
  if (!run.dryRun) await queueEmails(last, customerId, queues);
  return resultOf(last);
}

async function queueEmails(
  last: LastNight | undefined,
  customerId: CustomerId,
  queues: Queues,
): Promise<void> {
  if (last === undefined) return;
  for (const { id } of last.emails)
    await queues.sendEmail({ runId: last.runId, emailId: id, customerId });
}

const summaryOf = ({ id, kind, to, subject, customerIds }: EmailSummary): EmailSummary => ({
  id,
  kind,
  to,
  subject,
  customerIds,
});
