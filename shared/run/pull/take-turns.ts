import { cutSlices } from '../cut-slices.ts';
import type { Queues, Runs } from '../ports.ts';
import type { Run, RunId, SourceProgress } from '../run.ts';

export type TakeTurnsNeeds = { readonly runs: Runs; readonly queues: Queues };

/** Sources are read one after another: whose facts the later ones are, the earlier ones say. */
export function isItsTurn(run: Run, source: string, progress: readonly SourceProgress[]): boolean {
  return nextSource(run, progress) === source;
}

/** The first of a run's sources that is not in. */
export function nextSource(run: Run, progress: readonly SourceProgress[]): string | undefined {
  const pulling = new Set(
    progress.filter(({ status }) => status === 'pulling').map(({ name }) => name),
  );
  return run.sources.find(({ name }) => pulling.has(name))?.name;
}

/** When a source is in, queues the next one; when all are, the slices. Safe to repeat. */
export async function afterSource(runId: RunId, needs: TakeTurnsNeeds): Promise<void> {
  const run = (await needs.runs.load(runId))?.value;
  if (run === undefined) return;
  const progress = (await needs.runs.loadSources(runId)).map(({ value }) => value);
  const next = nextSource(run, progress);
  if (next === undefined) await cutSlices(runId, needs);
  else await needs.queues.pullSource({ runId, source: next });
}
