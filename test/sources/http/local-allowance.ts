import type { CallAllowance } from '../../../shared/run/ports.ts';
import { type CallCounts, claimCalls } from '../../../shared/run/pull/call-window.ts';

/** What one process may call by itself, where nobody else calls. */
export function localAllowance(perMinute: number, now: () => Date): CallAllowance {
  let counts: CallCounts = {};
  return {
    async claim(calls) {
      const claim = claimCalls(counts, now(), calls, perMinute);
      counts = claim.counts;
      return claim;
    },
  };
}
