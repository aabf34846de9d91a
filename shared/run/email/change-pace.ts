import { untilFresh } from '../until-fresh.ts';
import type { SendPace } from './dispatch-ports.ts';
import { nextSlot, type Pace, type SendLimits, withSlot } from './send-quota.ts';
import type { Tried } from './tried.ts';

/** Changes the pace against races: reads and changes again where another saved it first. */
export const changePace = (
  pace: SendPace,
  change: (pace: Pace) => Pace | undefined,
): Promise<boolean> =>
  untilFresh(async () => {
    const stored = await pace.load();
    const next = change(stored.value);
    if (next === undefined) return false;
    await pace.save(stored, next);
    return true;
  });

/** Takes a slot right before a send; whoever dies between the two has wasted it, and no more. */
export async function takeSlot(
  pace: SendPace,
  limits: SendLimits,
  clock: () => Date,
): Promise<Extract<Tried, { kind: 'closed' }> | undefined> {
  let until = clock();
  const isTaken = await changePace(pace, (each) => {
    const now = clock();
    until = nextSlot(each, limits, now);
    return withSlot(each, limits, now);
  });
  if (isTaken) return undefined;
  return { kind: 'closed', until, because: 'the quota is used up', isFault: false };
}
