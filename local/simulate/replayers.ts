import { Tinypool } from 'tinypool';
import type { CustomerId } from '../../shared/ledger/customer.ts';
import type { Staged } from '../../shared/sources/files/staged.ts';
import { factsOf } from './chosen-customers.ts';
import type { ReplayedPart, ReplayJob } from './replay-part.ts';
import type * as Thread from './replay-thread.ts';

/** Replays these customers of a staged folder. */
export type Replayer = {
  replay(ids: readonly CustomerId[]): Promise<ReplayedPart>;
  stop(): Promise<void>;
};

/** In this thread: a few nights are over before another would have begun. */
export async function replayerHere(staged: Staged, job: ReplayJob): Promise<Replayer> {
  const { replayPart } = await import('./replay-part.ts');
  return {
    replay: async (ids) => replayPart(factsOf(staged, ids), job),
    stop: async () => undefined,
  };
}

export function replayerInThreads(staged: Staged, job: ReplayJob, threads: number): Replayer {
  const pool = new Tinypool({
    filename: import.meta.resolve('./replay-thread.ts'),
    name: 'replayTask' satisfies keyof typeof Thread,
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    replay(ids): Promise<ReplayedPart> {
      const task: Thread.ReplayTask = { path: staged.path, ids, job };
      return pool.run(task);
    },
    stop: () => pool.destroy(),
  };
}
