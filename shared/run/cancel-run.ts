import { changeRun } from './change-run.ts';
import { RunRefusedError } from './errors.ts';
import { failSource } from './fail-source.ts';
import type { Runs } from './ports.ts';
import { isActive, type Run, type RunId } from './run.ts';

export type CancelRunNeeds = { readonly runs: Runs; readonly clock: () => Date };

/**
 * Ends a run where it is. Messages under way stop at their next checkpoint: slices look at the run,
 * and a pull finds its source saved by another. What was decided stands, and its e-mails leave.
 */
export async function cancelRun(
  runId: RunId,
  by: string,
  needs: CancelRunNeeds,
): Promise<Run | undefined> {
  const because = `cancelled by ${by}`;
  const finishedAt = needs.clock().toISOString();
  const run = await changeRun(runId, needs.runs, async (each) =>
    isActive(each) ? { ...each, status: 'failed', because, finishedAt } : undefined,
  );
  if (run === undefined) return undefined;
  if (!isCancelled(run))
    throw new RunRefusedError(`Cannot cancel ${runId} because it is over: start another run`);
  const why = run.because ?? because;
  for (const { value } of await needs.runs.loadSources(runId))
    await failSource(runId, value.name, () => why, needs.runs);
  return run;
}

const isCancelled = ({ status, because }: Run): boolean =>
  status === 'failed' && because?.startsWith('cancelled by ') === true;
