import { reportedReason } from '../languages/en.ts';
import type { Reason } from '../languages/reason.ts';

/** A reason as reports and the history have it. */
export const english = (reason: Reason): string => reportedReason(reason);

/** The same for people who read it in English, and as data for those who do not. */
export const becauseOf = (reason: Reason): { because: string; reason: Reason } => ({
  because: english(reason),
  reason,
});
