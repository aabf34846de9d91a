import { randomUUID } from 'node:crypto';
import type { Queues } from '../ports.ts';
import { changePace } from './change-pace.ts';
import type { SendPace } from './dispatch-ports.ts';
import { secondsUntil } from './seconds-until.ts';
import { nextSlot, type Pace, type SendLimits } from './send-quota.ts';

export type WakeDispatchNeeds = {
  readonly limits: SendLimits | undefined;
  readonly pace: SendPace;
  readonly queues: Queues;
  readonly clock: () => Date;
};

/** A worker that was to wake so long ago is not coming: its message was lost. */
const LOST_AFTER_MS = 10 * 60_000;

/**
 * Has a worker woken once something may leave, unless one is to wake by then. The message goes
 * first and the note of it second: killed in between, two wake, and one finds nothing to do. A
 * worker that wakes before the note says so, and there is nothing to note.
 */
export async function wakeDispatch(at: Date, needs: WakeDispatchNeeds): Promise<void> {
  if (needs.limits === undefined) return;
  const now = needs.clock();
  const { value } = await needs.pace.load();
  const due = new Date(Math.max(at.getTime(), nextSlot(value, needs.limits, now).getTime()));
  const isAwaited = ({ wake }: Pace): boolean =>
    wake !== undefined &&
    Date.parse(wake.at) <= due.getTime() &&
    Date.parse(wake.at) > now.getTime() - LOST_AFTER_MS;
  if (isAwaited(value)) return;
  const id = randomUUID();
  await needs.queues.dispatchEmails({ wake: id }, secondsUntil(due, now));
  await changePace(needs.pace, (pace) =>
    pace.woken.includes(id) || isAwaited(pace)
      ? undefined
      : { ...pace, wake: { id, at: due.toISOString() } },
  );
}

/** More than wake at the same moment. */
const WOKEN_KEPT = 32;

/** Whoever stands in line from here on wakes somebody else, who may find nothing left to do. */
export const wakeCame =
  (id: string) =>
  ({ wake, ...pace }: Pace): Pace | undefined => {
    if (pace.woken.includes(id)) return undefined;
    const woken = [...pace.woken, id].slice(-WOKEN_KEPT);
    return { ...pace, ...(wake !== undefined && wake.id !== id && { wake }), woken };
  };
