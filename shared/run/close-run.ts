import { composeDigest } from '../decisions/email/compose-digest.ts';
import { composeSummary } from '../decisions/email/compose-summary.ts';
import type { Email } from '../decisions/email/email.ts';
import { EmailSummary } from '../decisions/email/email.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { changeRun } from './change-run.ts';
import type { Desk } from './desk/desk-port.ts';
import { layOutDesk } from './desk/lay-out-desk.ts';
import type { CloseRun } from './messages.ts';
import type { Queues, Runs } from './ports.ts';
import { type AgingTally, agingLines } from './report/aging-tally.ts';
import { type NightTally, tallyNight } from './report/night-tally.ts';
import { runSummary } from './report/run-summary.ts';
import {
  isComplete,
  isNight,
  noSourceBecause,
  type Run,
  type RunTotals,
  type SourceProgress,
} from './run.ts';

/** A night that is run again is among the latest runs. */
const NIGHTS_LOOKED_AT = 50;

export type CloseRunNeeds = {
  readonly runs: Runs;
  readonly queues: Queues;
  readonly desk: Desk;
  readonly clock: () => Date;
};

/**
 * Writes the night's conclusions and says the run is over, last: killed before, it is all done
 * again with the same e-mail ids, and nothing goes out twice.
 */
export async function closeRun({ runId }: CloseRun, needs: CloseRunNeeds): Promise<void> {
  const run = (await needs.runs.load(runId))?.value;
  if (run?.status !== 'evaluating' || !isComplete(run)) return;

  const sources = (await needs.runs.loadSources(runId)).map(({ value }) => value);
  const policy = parsePolicy(run.policyText, 'of the run');
  const tally = await tallied(run, sources, policy, needs);
  const concluded = { ...run, ...outcome(run, sources), totals: totalsOf(run, sources, tally) };
  const composed = composeEmails(concluded, tally, policy);
  const isEcho = tally.emails.length === 0 && (await repeatsNight(concluded, composed, needs.runs));
  const emails = isEcho ? [] : composed;

  await needs.runs.addEmails(run, emails);
  const all = [...tally.emails, ...emails.map((email) => EmailSummary.parse(email))];
  await needs.runs.listEmails(runId, all);
  if (!run.dryRun)
    for (const { id } of emails) await needs.queues.sendEmail({ runId, emailId: id });

  const totals = { ...concluded.totals, emails: all.length };
  const finishedAt = needs.clock().toISOString();
  if (isNight(concluded) && concluded.status !== 'failed') await needs.desk.show(run);
  await changeRun(runId, needs.runs, async (each) =>
    each.status === 'evaluating'
      ? { ...each, ...outcome(run, sources), totals, finishedAt }
      : undefined,
  );
}

/** Reads the results once, for the e-mails and for the desk. */
async function tallied(
  run: Run,
  sources: readonly SourceProgress[],
  policy: Policy,
  { runs, desk }: CloseRunNeeds,
): Promise<NightTally> {
  const layout = layOutDesk(run, policy, desk);
  try {
    const tally = await tallyNight(run, sources, runs, layout.add);
    await layout.save();
    return tally;
  } finally {
    layout.close();
  }
}

/** A night that was run before and brought nothing new says nothing, to the operator either. */
async function repeatsNight(
  { id, asOf, status }: Run,
  composed: readonly Email[],
  runs: Runs,
): Promise<boolean> {
  if (status !== 'completed' || composed.some(({ kind }) => kind !== 'summary')) return false;
  return (await runs.recent(NIGHTS_LOOKED_AT)).some(
    (other) =>
      other.id !== id && other.asOf === asOf && other.status === 'completed' && isNight(other),
  );
}

/** With no source read there was no night; with some customer or source missing, half a night. */
function outcome(run: Run, sources: readonly SourceProgress[]): Pick<Run, 'status' | 'because'> {
  const noSource = noSourceBecause(sources);
  if (noSource !== undefined) return { status: 'failed', because: noSource };
  if (run.customerId !== undefined && run.customers === 0)
    return { status: 'failed', because: `no source knows customer "${run.customerId}"` };
  const because = sources
    .map(({ because: failed, incomplete }) => failed ?? incomplete)
    .find(Boolean);
  if (because !== undefined) return { status: 'completed-with-failures', because };
  return { status: run.failed > 0 ? 'completed-with-failures' : 'completed' };
}

function totalsOf(run: Run, sources: readonly SourceProgress[], tally: NightTally): RunTotals {
  const sum = (count: (source: SourceProgress) => number): number =>
    sources.reduce((total, source) => total + count(source), 0);
  return {
    customers: run.customers ?? 0,
    evaluated: run.evaluated,
    failed: run.failed,
    invoices: sum(({ invoices }) => invoices),
    payments: sum(({ payments }) => payments),
    spendRows: sum(({ spendRows }) => spendRows),
    later: sum(({ later }) => later),
    rejected: sum(({ rejected }) => rejected),
    duplicates: sum(({ duplicates }) => duplicates),
    emails: tally.emails.length,
  };
}

/** A digest per account manager and one for the credit controller, then the summary of it all. */
function composeEmails(
  run: Run & { readonly totals: RunTotals },
  tally: NightTally,
  policy: Policy,
): Email[] {
  const { creditControllerEmail, operatorEmail } = policy.reseller;
  const controller = creditControllerEmail ?? operatorEmail;
  const night = (aging: AgingTally) => ({
    asOf: run.asOf,
    policy,
    readAt: tally.readAt,
    aging: agingLines(aging),
  });
  const digests = [...tally.byAccountManager.values()].map(({ recipient, digest, aging }) =>
    composeDigest(recipient, digest, night(aging)),
  );
  if (controller !== undefined)
    digests.push(composeDigest({ email: controller }, tally.ofController, night(tally.aging)));
  const sent = digests.filter((email) => email !== undefined);
  if (run.customerId !== undefined) return sent;
  const summary = composeSummary(runSummary(run, tally, sent), policy);
  return summary === undefined ? sent : [...sent, summary];
}
