import type { AlarmNews } from '../decisions/email/content/operator-content.ts';
import { alarm } from './alarm.ts';
import { changeRun } from './change-run.ts';
import { isUnsent, settled } from './email/outbox-row.ts';
import { failSource } from './fail-source.ts';
import { finishCustomers } from './finish-customers.ts';
import { giveUpOn } from './give-up-on.ts';
import type { CloseRun, EvaluateCustomers, PullSource, SendEmail } from './messages.ts';
import type { Customers, Outbox, Queues, Runs } from './ports.ts';
import { afterSource } from './pull/take-turns.ts';
import { isActive, type RunId, type SourceProgress } from './run.ts';

export type ParkMessageNeeds = {
  readonly runs: Runs;
  readonly customers: Customers;
  readonly queues: Queues;
  readonly outbox: Outbox;
  readonly clock: () => Date;
};

/** Every try failed: the source has failed for good, and the night goes on without it. */
export async function parkPullSource(message: PullSource, needs: ParkMessageNeeds): Promise<void> {
  const why = ({ because }: SourceProgress): string =>
    because ?? 'every try to read it failed: see the log';
  await failSource(message.runId, message.source, why, needs.runs);
  await afterSource(message.runId, needs);
  await tellParked(message.runId, { parked: 'source', source: message.source }, needs);
}

/** Every try failed: the customers are reported as failed, with the last reason known. */
export async function parkEvaluateCustomers(
  { runId, first, last, because }: EvaluateCustomers,
  needs: ParkMessageNeeds,
): Promise<void> {
  const run = (await needs.runs.load(runId))?.value;
  if (run === undefined) return;
  const pending = await needs.runs.pending(runId, first, last);
  const why = because ?? 'every try to evaluate it failed: see the log';
  await finishCustomers(runId, await giveUpOn(pending, why, run, needs), needs);
  await tellParked(runId, { parked: 'customers' }, needs);
}

/** Every try failed: the run has ended without a report. */
export async function parkCloseRun({ runId }: CloseRun, needs: ParkMessageNeeds): Promise<void> {
  const finishedAt = needs.clock().toISOString();
  const because = 'every try to close the run failed: see the log';
  await changeRun(runId, needs.runs, async (run) =>
    isActive(run) ? { ...run, status: 'failed', because, finishedAt } : undefined,
  );
  await tellParked(runId, { parked: 'close' }, needs);
}

/** Every try failed: the e-mail is marked as failed, for a person to see and to send again. */
export async function parkSendEmail(
  message: SendEmail,
  needs: Pick<ParkMessageNeeds, 'runs' | 'queues' | 'outbox'>,
): Promise<void> {
  const stored = await needs.outbox.load(message, message.emailId);
  if (stored === undefined || !isUnsent(stored.value)) return;
  const because = stored.value.because ?? 'every try to send it failed: see the log';
  await needs.outbox.save(message, stored, settled(stored.value, 'failed', because));
  if (stored.value.email.kind !== 'alarm')
    await tellParked(message.runId, { parked: 'emails' }, needs);
}

type Parked = Pick<Extract<AlarmNews, { what: 'parked' }>, 'parked' | 'source'>;

/** Every try failed: what stands in line waits until the next e-mail, or the next hour's watch. */
export async function parkDispatchEmails(
  needs: Pick<ParkMessageNeeds, 'runs' | 'queues'>,
): Promise<void> {
  const [latest] = await needs.runs.recent(1);
  if (latest !== undefined) await tellParked(latest.id, { parked: 'emails' }, needs);
}

/** Once per run and kind of message, however many were parked. */
async function tellParked(
  runId: RunId,
  parked: Parked,
  needs: Pick<ParkMessageNeeds, 'runs' | 'queues'>,
): Promise<void> {
  const run = (await needs.runs.load(runId))?.value;
  if (run === undefined) return;
  const key = `parked|${parked.source ?? parked.parked}`;
  await alarm(run, { key, news: { what: 'parked', asOf: run.asOf, ...parked } }, needs);
}
