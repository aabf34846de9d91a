import type { RunSummary } from '../../decisions/email/content/operator-content.ts';
import type { Email } from '../../decisions/email/email.ts';
import type { Run, RunTotals } from '../run.ts';
import type { NightTally } from './night-tally.ts';

/** `run` has ended: its status is one of the three that are final. */
export function runSummary(
  run: Run & { readonly totals: RunTotals },
  tally: NightTally,
  digests: readonly Email[],
): RunSummary {
  const status = run.status === 'pulling' || run.status === 'evaluating' ? 'failed' : run.status;
  const kinds = [...tally.emails, ...digests].map(({ kind }) => kind);
  return {
    run: { id: run.id, asOf: run.asOf, status, because: run.because, holdStages: run.holdStages },
    totals: run.totals,
    stages: [...tally.stages.values()],
    emails: [...Map.groupBy(kinds, (kind) => kind)].map(([kind, { length }]) => ({
      kind,
      count: length,
    })),
    unowned: [...tally.unowned.values()],
    unownedFirst: tally.unownedFirst,
    withoutTenant: tally.withoutTenant,
    findings: [...tally.findings],
    rejected: tally.rejects,
    failures: tally.failures,
    ...(tally.moreFailures > 0 && { moreFailures: tally.moreFailures }),
  };
}
