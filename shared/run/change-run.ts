import { StaleError } from './errors.ts';
import type { Runs, Stored } from './ports.ts';
import type { Run, RunId } from './run.ts';

/** Changes a run against races: reads and changes again where another saved it first. */
export async function changeRun(
  runId: RunId,
  runs: Runs,
  change: (run: Run) => Promise<Run | undefined>,
): Promise<Run | undefined> {
  for (;;) {
    const stored = await runs.load(runId);
    if (stored === undefined) return undefined;
    const next = await change(stored.value);
    if (next === undefined) return stored.value;
    const saved = await savedUnlessStale(stored, next, runs);
    if (saved !== undefined) return saved.value;
  }
}

async function savedUnlessStale(stored: Stored<Run>, next: Run, runs: Runs) {
  try {
    return await runs.save(stored, next);
  } catch (error) {
    if (error instanceof StaleError) return undefined;
    throw error;
  }
}
