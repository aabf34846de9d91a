import { enReasons } from '../languages/en-reasons.ts';
import { type Reason, reasonText } from '../languages/reason.ts';

/** A reason as reports and the history have it. */
export const english = (reason: Reason): string => reasonText(reason, enReasons);

/** The same for people who read it in English, and as data for those who do not. */
export const becauseOf = (reason: Reason): { because: string; reason: Reason } => ({
  because: english(reason),
  reason,
});
