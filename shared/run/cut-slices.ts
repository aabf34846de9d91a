import pMap from 'p-map';
import { parsePolicy } from '../policy/parse-policy.ts';
import { changeRun } from './change-run.ts';
import { holdStagesBecause } from './freshness.ts';
import type { PendingCustomer, Queues, Runs } from './ports.ts';
import { isActive, isComplete, type Run, type RunId, type SourceProgress } from './run.ts';

/** Customers per message: enough that a message costs a customer little, few enough to spread. */
const SLICE_SIZE = 64;

export type CutSlicesNeeds = { readonly runs: Runs; readonly queues: Queues };

/**
 * When every source is in, makes a message of every slice that has a customer left to evaluate.
 * Safe to repeat: a slice that comes twice finds its customers done.
 */
export async function cutSlices(runId: RunId, { runs, queues }: CutSlicesNeeds): Promise<void> {
  const sources = (await runs.loadSources(runId)).map(({ value }) => value);
  if (sources.some(({ status }) => status === 'pulling')) return;
  const run = await changeRun(runId, runs, (each) => evaluating(each, sources, runs));
  if (run === undefined || !isActive(run)) return;

  let total = 0;
  for await (const page of runs.customers(runId)) {
    total += page.length;
    await pMap(slicesOf(page), (slice) => queues.evaluateCustomers({ runId, ...slice }), {
      concurrency: 16,
    });
  }

  const counted = await changeRun(runId, runs, async (each) => ({ ...each, customers: total }));
  if (counted !== undefined && isActive(counted) && isComplete(counted))
    await queues.closeRun({ runId });
}

/** Without any source there is nothing true to evaluate, and the run has failed. */
async function evaluating(
  run: Run,
  sources: readonly SourceProgress[],
  runs: Runs,
): Promise<Run | undefined> {
  if (run.status !== 'pulling') return undefined;
  const failures = sources.filter(({ status }) => status === 'failed');
  if (failures.length === sources.length) return { ...run, status: 'evaluating', customers: 0 };
  const policy = parsePolicy(run.policyText, 'of the run');
  const holdStages = await holdStagesBecause(run, sources, policy, runs);
  return { ...run, status: 'evaluating', ...(holdStages !== undefined && { holdStages }) };
}

function slicesOf(page: readonly PendingCustomer[]) {
  const slices = [];
  for (let start = 0; start < page.length; start += SLICE_SIZE) {
    const slice = page.slice(start, start + SLICE_SIZE);
    const [first, last] = [slice[0], slice.at(-1)];
    if (first !== undefined && last !== undefined && slice.some(({ done }) => !done))
      slices.push({ first: first.customerId, last: last.customerId });
  }
  return slices;
}
