import { setTimeout as sleep } from 'node:timers/promises';

/** Everything the host has begun and must not leave half done. */
export type WorkInFlight = {
  track<Result>(work: Promise<Result>): Promise<Result>;
  readonly count: number;
  /** How many have begun since the start; unchanged means that nothing happened meanwhile. */
  readonly begun: number;
  /** True when all has ended within the time. */
  settle(ms: number): Promise<boolean>;
};

export function workInFlight(): WorkInFlight {
  const running = new Set<Promise<unknown>>();
  let begun = 0;
  return {
    track(work) {
      begun += 1;
      const ended: Promise<unknown> = work.then(
        () => running.delete(ended),
        () => running.delete(ended),
      );
      running.add(ended);
      return work;
    },
    get count() {
      return running.size;
    },
    get begun() {
      return begun;
    },
    async settle(ms) {
      const patience = new AbortController();
      const late = sleep(ms, false, { signal: patience.signal }).catch(() => false);
      const all = (async () => {
        while (running.size > 0) await Promise.all(running);
        return true;
      })();
      const inTime = await Promise.race([all, late]);
      patience.abort();
      return inTime;
    },
  };
}
