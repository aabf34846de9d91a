import type { Runs } from './ports.ts';
import type { Run, RunId } from './run.ts';
import { untilFresh } from './until-fresh.ts';

/** Changes a run against races: reads and changes again where another saved it first. */
export const changeRun = (
  runId: RunId,
  runs: Runs,
  change: (run: Run) => Promise<Run | undefined>,
): Promise<Run | undefined> =>
  untilFresh(async () => {
    const stored = await runs.load(runId);
    if (stored === undefined) return undefined;
    const next = await change(stored.value);
    return next === undefined ? stored.value : (await runs.save(stored, next)).value;
  });
