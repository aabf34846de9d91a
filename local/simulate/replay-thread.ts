import type { CustomerId } from '../../shared/ledger/customer.ts';
import { openStaged, type Staged } from '../../shared/sources/files/staged.ts';
import { factsOf } from './chosen-customers.ts';
import { type ReplayedPart, type ReplayJob, replayPart } from './replay-part.ts';

export type ReplayTask = {
  /** Of the staged folder. */
  readonly path: string;
  readonly ids: readonly CustomerId[];
  readonly job: ReplayJob;
};

let staged: Staged | undefined;

/** A thread reads the staged folder by itself. */
export function replayTask({ path, ids, job }: ReplayTask): ReplayedPart {
  staged ??= openStaged(path);
  return replayPart(factsOf(staged, ids), job);
}
