import type { Runs } from '../../run/ports.ts';
import type { Run, RunId } from '../../run/run.ts';
import { ProblemError } from '../problems.ts';

export async function foundRun(id: RunId, runs: Runs): Promise<Run> {
  const stored = await runs.load(id);
  if (stored !== undefined) return stored.value;
  throw new ProblemError(404, `There is no run ${id}: see /api/runs`);
}
