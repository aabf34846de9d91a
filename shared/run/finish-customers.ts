import type { CustomerId } from '../ledger/customer.ts';
import { StaleError } from './errors.ts';
import type { CustomerResult, Queues, Runs, Stored } from './ports.ts';
import { isComplete, type Run, type RunId } from './run.ts';

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
  for (;;) {
    const stored = await runs.load(runId);
    if (stored?.value.status !== 'evaluating') return;
    const finished = await finishUnlessStale(stored, results, runs);
    if (finished === undefined) continue;
    if (isComplete(finished.value)) await queues.closeRun({ runId });
    return;
  }
}

/** What is pending is read after the run, so a save in between is noticed by the run's ETag. */
async function finishUnlessStale(
  stored: Stored<Run>,
  results: readonly CustomerResult[],
  runs: Runs,
): Promise<Stored<Run> | undefined> {
  const left = await stillPending(stored.value.id, results, runs);
  if (left.length === 0) return stored;
  try {
    return await runs.finishCustomers(stored, left);
  } catch (error) {
    if (error instanceof StaleError) return undefined;
    throw error;
  }
}

async function stillPending(runId: RunId, results: readonly CustomerResult[], runs: Runs) {
  const [first, last] = [results[0], results.at(-1)];
  if (first === undefined || last === undefined) return [];
  const pending = new Set(await runs.pending(runId, idOf(first), idOf(last)));
  return results.filter((result) => pending.has(idOf(result)));
}

const idOf = (result: CustomerResult): CustomerId =>
  result.kind === 'evaluated' ? result.night.customer.customerId : result.customerId;
