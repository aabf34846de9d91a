import { parsePolicy } from '../policy/parse-policy.ts';
import { changeRun } from './change-run.ts';
import { holdStagesBecause } from './freshness.ts';
import type { PendingCustomer, Queues, Runs } from './ports.ts';
import {
  isActive,
  isComplete,
  noSourceBecause,
  type Run,
  type RunId,
  type SourceProgress,
} from './run.ts';

export type BeginEvaluatingNeeds = { readonly runs: Runs; readonly queues: Queues };

/**
 * When every source is in, hands on all customers of the run, page by page, then counts them: from
 * then on the run can complete. Safe to repeat where handing on is.
 */
export async function beginEvaluating(
  runId: RunId,
  handOn: (
    page: readonly PendingCustomer[],
    run: Run,
    sources: readonly SourceProgress[],
  ) => Promise<void>,
  { runs, queues }: BeginEvaluatingNeeds,
): Promise<void> {
  const sources = (await runs.loadSources(runId)).map(({ value }) => value);
  if (sources.some(({ status }) => status === 'pulling')) return;
  const run = await changeRun(runId, runs, (each) => evaluating(each, sources, runs));
  if (run === undefined || !isActive(run)) return;

  let total = 0;
  for await (const page of runs.customers(runId)) {
    total += page.length;
    await handOn(page, run, sources);
  }

  const counted = await changeRun(runId, runs, async (each) => ({ ...each, customers: total }));
  if (counted !== undefined && isActive(counted) && isComplete(counted))
    await queues.closeRun({ runId });
}

async function evaluating(
  run: Run,
  sources: readonly SourceProgress[],
  runs: Runs,
): Promise<Run | undefined> {
  if (run.status !== 'pulling') return undefined;
  if (noSourceBecause(sources) !== undefined) return { ...run, status: 'evaluating' };
  const policy = parsePolicy(run.policyText, 'of the run');
  const holdStages = await holdStagesBecause(run, sources, policy, runs);
  return {
    ...run,
    status: 'evaluating',
    sources: run.sources.map((each) => ({ ...each, isRead: isRead(each.name, sources) })),
    ...(holdStages !== undefined && { holdStages }),
  };
}

const isRead = (source: string, sources: readonly SourceProgress[]): boolean =>
  sources.some(({ name, status }) => name === source && status === 'done');
