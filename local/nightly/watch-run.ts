import { setTimeout as sleep } from 'node:timers/promises';
import type { Runs } from '../../shared/run/ports.ts';
import { isActive, type Run, type RunId } from '../../shared/run/run.ts';

const POLL_MS = 40;

export type Seen = {
  readonly step: 'pull' | 'evaluate' | 'close';
  readonly done: number;
  readonly total: number | undefined;
  /** The source that is being read, where there are several. */
  readonly source?: string;
};

/** Reports a run's progress until it is over. */
export async function watchRun(
  id: RunId,
  runs: Runs,
  onSeen: (seen: Seen) => void,
  signal: AbortSignal,
): Promise<Run> {
  for (;;) {
    const run = (await runs.load(id))?.value;
    if (run === undefined) throw new Error(`Cannot follow the run "${id}" because it is gone`);
    if (!isActive(run)) return run;
    onSeen(await seen(run, runs));
    await sleep(POLL_MS, undefined, { signal });
  }
}

async function seen(run: Run, runs: Runs): Promise<Seen> {
  if (run.status === 'pulling') {
    const sources = await runs.loadSources(run.id);
    const progress = new Map(sources.map(({ value }) => [value.name, value]));
    const current = run.sources.find(({ name }) => progress.get(name)?.status === 'pulling');
    const source = current ?? run.sources.at(-1);
    const done = progress.get(source?.name ?? '')?.customers ?? 0;
    const isOneOfSeveral = source !== undefined && run.sources.length > 1;
    return { step: 'pull', done, total: undefined, ...(isOneOfSeveral && { source: source.name }) };
  }
  const done = run.evaluated + run.failed;
  const step = run.customers !== undefined && done >= run.customers ? 'close' : 'evaluate';
  return { step, done, total: run.customers };
}
