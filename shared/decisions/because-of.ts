import { reportedReason } from '../languages/en.ts';
import type { Reason } from '../languages/reason.ts';

/** A reason as reports and the history have it, and as data for whoever reads no English. */
export const becauseOf = (reason: Reason): { because: string; reason: Reason } => ({
  because: reportedReason(reason),
  reason,
});
