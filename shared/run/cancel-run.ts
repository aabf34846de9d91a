import { changeRun } from './change-run.ts';
import { RunRefusedError, StaleError } from './errors.ts';
import type { Runs, Stored } from './ports.ts';
import { failedSource } from './pull/pull-source.ts';
import { isActive, type Run, type RunId, type SourceProgress } from './run.ts';

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
  for (const stored of await needs.runs.loadSources(runId))
    if (stored.value.status === 'pulling') await stopPulling(run, stored, needs.runs);
  return run;
}

const isCancelled = ({ status, because }: Run): boolean =>
  status === 'failed' && because?.startsWith('cancelled by ') === true;

async function stopPulling(run: Run, stored: Stored<SourceProgress>, runs: Runs): Promise<void> {
  try {
    await runs.saveSource(run.id, stored, failedSource(stored.value, run.because ?? 'cancelled'));
  } catch (error) {
    if (!(error instanceof StaleError)) throw error;
    const now = (await runs.loadSources(run.id)).find(
      ({ value }) => value.name === stored.value.name,
    );
    if (now?.value.status === 'pulling') await stopPulling(run, now, runs);
  }
}
