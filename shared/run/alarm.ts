import { type Alarm, composeAlarm } from '../decisions/email/compose-alarm.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Queues, Runs } from './ports.ts';
import type { Run } from './run.ts';

export type AlarmNeeds = { readonly runs: Runs; readonly queues: Queues };

/**
 * Tells the operator once per key, from the run that it is about. Without an address, nobody; nor
 * of a dry run, which sends nothing.
 */
export async function alarm(
  run: Run,
  { key, news }: Alarm,
  { runs, queues }: AlarmNeeds,
): Promise<void> {
  if (run.dryRun) return;
  const policy = parsePolicy(run.policyText, 'of the run');
  const email = composeAlarm({ key: `${run.id}|${key}`, news }, policy);
  if (email === undefined) return;
  await runs.addEmails(run, [email]);
  await queues.sendEmail({ runId: run.id, emailId: email.id });
}
