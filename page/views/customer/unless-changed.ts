import { ProblemError } from '../../session/problem.ts';
import { reasonOf } from '../../shell/states.ts';
import type { Desk } from './customer.ts';

/** Somebody else was first: show what they did, and let the person decide anew. */
export async function unlessChanged<Done>(desk: Desk, work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    const isStale = error instanceof ProblemError && error.status === 412;
    if (!isStale) throw error;
    await desk.again();
    throw new ProblemError(412, reasonOf(error));
  }
}
