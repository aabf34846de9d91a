import { type CustomerResult, idOfResult } from './customer-result.ts';
import type { Queues, Runs } from './ports.ts';
import { isComplete, type Run, type RunId } from './run.ts';
import { untilFresh } from './until-fresh.ts';

export type FinishCustomersNeeds = { readonly runs: Runs; readonly queues: Queues };

/**
 * Records results with the run's counts in one transaction, so that each customer counts once,
 * and queues the close when they were the last.
 */
export async function finishCustomers(
  runId: RunId,
  results: readonly CustomerResult[],
  { runs, queues }: FinishCustomersNeeds,
): Promise<void> {
  const finished = await untilFresh(() => finish(runId, results, runs));
  if (finished !== undefined && isComplete(finished)) await queues.closeRun({ runId });
}

/** What is pending is read after the run, so a save in between is noticed by the run's ETag. */
async function finish(
  runId: RunId,
  results: readonly CustomerResult[],
  runs: Runs,
): Promise<Run | undefined> {
  const stored = await runs.load(runId);
  if (stored?.value.status !== 'evaluating') return undefined;
  const left = await stillPending(runId, results, runs);
  return left.length === 0 ? stored.value : (await runs.finishCustomers(stored, left)).value;
}

async function stillPending(runId: RunId, results: readonly CustomerResult[], runs: Runs) {
  const [first, last] = [results[0], results.at(-1)];
  if (first === undefined || last === undefined) return [];
  const pending = new Set(await runs.pending(runId, idOfResult(first), idOfResult(last)));
  return results.filter((result) => pending.has(idOfResult(result)));
}
