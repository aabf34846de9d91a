import { beginEvaluating } from './begin-evaluating.ts';
import { failSource } from './fail-source.ts';
import { finishCustomers } from './finish-customers.ts';
import { giveUpOn } from './give-up-on.ts';
import type { Customers, Queues, Runs } from './ports.ts';
import type { RunId } from './run.ts';

export type ExpireRunNeeds = {
  readonly runs: Runs;
  readonly customers: Customers;
  readonly queues: Queues;
};

const RESULTS_AT_ONCE = 90;

/**
 * Ends what a run past its deadline still waits for: sources and customers that are not in have
 * failed, and the close follows, so that what was decided is still told.
 */
export async function expireRun(
  runId: RunId,
  deadlineHours: number,
  needs: ExpireRunNeeds,
): Promise<void> {
  const because = `the run was not through within ${deadlineHours} hours`;
  for (const { value } of await needs.runs.loadSources(runId))
    await failSource(runId, value.name, () => because, needs.runs);

  const handOn: Parameters<typeof beginEvaluating>[1] = async (page, run) => {
    const pending = page.filter(({ done }) => !done).map(({ customerId }) => customerId);
    for (let start = 0; start < pending.length; start += RESULTS_AT_ONCE) {
      const some = pending.slice(start, start + RESULTS_AT_ONCE);
      await finishCustomers(runId, await giveUpOn(some, because, run, needs), needs);
    }
  };
  await beginEvaluating(runId, handOn, needs);
}
