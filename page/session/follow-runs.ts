import { listRuns, type Runs } from './api.ts';
import { pause } from './pause.ts';

type Listed = Runs['runs'][number];

const WHILE_ACTIVE_MS = 2_000;
const WHILE_QUIET_MS = 15_000;

export const isActive = ({ status }: Pick<Listed, 'status'>): boolean =>
  status === 'pulling' || status === 'evaluating';

/** Sees the newest runs now and then, for as long as one looks: somebody else may start one. */
export async function followRuns(
  signal: AbortSignal,
  see: (newest: Runs) => void | Promise<void>,
): Promise<void> {
  let isBusy = false;
  while (!signal.aborted) {
    // Silence changes nothing: the next look may be answered.
    const newest = document.hidden
      ? undefined
      : await listRuns(undefined, signal).catch(() => undefined);
    if (signal.aborted) return;
    if (newest !== undefined) {
      isBusy = newest.runs.some(isActive);
      await see(newest);
    }
    await pause(isBusy ? WHILE_ACTIVE_MS : WHILE_QUIET_MS, signal);
  }
}
