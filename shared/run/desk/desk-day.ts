import { type CalendarDate, dayInZone } from '../../ledger/calendar-date.ts';
import { parsePolicy } from '../../policy/parse-policy.ts';
import { isReplay } from '../freshness.ts';
import type { Run } from '../run.ts';

/**
 * The day that a person's action is about: today, or where nights replay other days, the day of
 * the last one. Without a night, today by the clock in UTC.
 */
export function deskDay(lastNight: Run | undefined, now: Date): CalendarDate {
  if (lastNight === undefined) return dayInZone(now, 'UTC');
  const policy = parsePolicy(lastNight.policyText, 'of the run');
  return isReplay(lastNight, policy) ? lastNight.asOf : dayInZone(now, policy.reseller.timeZone);
}
