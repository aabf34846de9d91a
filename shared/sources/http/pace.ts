import pLimit from 'p-limit';
import type { CallAllowance } from '../../run/ports.ts';
import type { Surroundings } from './surroundings.ts';

/** Claimed at a time: few enough to waste little, enough that asking costs little. */
const BLOCK = 20;

/** When a call may go out: not before the API's own wait is over, nor above its ceiling. */
export function newPace(allowance: CallAllowance, { now, sleep }: Surroundings) {
  let pausedUntil = 0;
  let left = { granted: 0, until: new Date(0) };
  // One asks while the others wait for what it gets.
  const oneAtATime = pLimit(1);

  async function pauseIsOver(): Promise<void> {
    for (;;) {
      const wait = pausedUntil - now().getTime();
      if (wait <= 0) return;
      await sleep(wait);
    }
  }

  async function claimOne(): Promise<void> {
    for (;;) {
      if (left.granted > 0 && now() < left.until) break;
      left = await allowance.claim(BLOCK);
      if (left.granted === 0) await sleep(Math.max(1, left.until.getTime() - now().getTime()));
    }
    left = { ...left, granted: left.granted - 1 };
  }

  return {
    /** Everybody waits when one was told to: the ceiling is the tenant's, not the call's. */
    pause(ms: number): void {
      pausedUntil = Math.max(pausedUntil, now().getTime() + ms);
    },
    async turn(): Promise<void> {
      await pauseIsOver();
      await oneAtATime(claimOne);
    },
  };
}
