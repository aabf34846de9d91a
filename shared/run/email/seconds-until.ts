/** A queue hides a message for seven days at most; and what it waits for may change. */
const LONGEST_SECONDS = 6 * 3600;

/** For how long to hide a message, in whole seconds, so that it is not seen too early. */
export const secondsUntil = (until: Date, now: Date): number =>
  Math.min(LONGEST_SECONDS, Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000)));
