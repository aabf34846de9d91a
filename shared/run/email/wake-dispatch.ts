import type { Queues } from '../ports.ts';
import { changePace } from './change-pace.ts';
import type { SendPace } from './dispatch-ports.ts';
import { secondsUntil } from './seconds-until.ts';
import { nextSlot, type SendLimits } from './send-quota.ts';

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
 * first and the note of it second: killed in between, two wake, and one finds nothing to do.
 */
export async function wakeDispatch(at: Date, needs: WakeDispatchNeeds): Promise<void> {
  if (needs.limits === undefined) return;
  const now = needs.clock();
  const { value } = await needs.pace.load();
  const due = new Date(Math.max(at.getTime(), nextSlot(value, needs.limits, now).getTime()));
  const isAwaited = (wakeAt: string | undefined): boolean =>
    wakeAt !== undefined &&
    Date.parse(wakeAt) <= due.getTime() &&
    Date.parse(wakeAt) > now.getTime() - LOST_AFTER_MS;
  if (isAwaited(value.wakeAt)) return;
  await needs.queues.dispatchEmails({}, secondsUntil(due, now));
  await changePace(needs.pace, (pace) =>
    isAwaited(pace.wakeAt) ? undefined : { ...pace, wakeAt: due.toISOString() },
  );
}
