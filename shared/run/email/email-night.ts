import { type CalendarDate, dayInZone } from '../../ledger/calendar-date.ts';
import { parsePolicy } from '../../policy/parse-policy.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Runs } from '../ports.ts';
import type { Run, RunId } from '../run.ts';
import type { OutboxRow } from './outbox-row.ts';

/** The night an e-mail belongs to, and the rules it was decided by. */
export type EmailNight = { readonly run: Run | undefined; readonly policy: Policy };

export async function emailNight(runId: RunId, runs: Runs): Promise<EmailNight> {
  const run = (await runs.load(runId))?.value;
  return { run, policy: parsePolicy(run?.policyText ?? '{}', 'of the run') };
}

/** It judges another day than the one it was started on: nobody's clock has to be waited for. */
export function isReplay({ asOf }: OutboxRow, { run, policy }: EmailNight): boolean {
  const { timeZone } = policy.reseller;
  return run === undefined || asOf !== dayInZone(new Date(run.startedAt), timeZone);
}

/** The day an e-mail that arrives now arrives on: today, or the day of a night that is replayed. */
export function arrivalDay(row: OutboxRow, night: EmailNight, now: Date): CalendarDate {
  const today = dayInZone(now, night.policy.reseller.timeZone);
  return isReplay(row, night) || today < row.asOf ? row.asOf : today;
}
