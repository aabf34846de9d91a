import { setTimeout as sleep } from 'node:timers/promises';
import type { Runs } from '../../shared/run/ports.ts';
import { nextSource } from '../../shared/run/pull/take-turns.ts';
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
    const progress = (await runs.loadSources(run.id)).map(({ value }) => value);
    const source = nextSource(run, progress) ?? run.sources.at(-1)?.name;
    const done = progress.find(({ name }) => name === source)?.customers ?? 0;
    const isOneOfSeveral = source !== undefined && run.sources.length > 1;
    return { step: 'pull', done, total: undefined, ...(isOneOfSeveral && { source }) };
  }
  const done = run.evaluated + run.failed;
  const step = run.customers !== undefined && done >= run.customers ? 'close' : 'evaluate';
  return { step, done, total: run.customers };
}
