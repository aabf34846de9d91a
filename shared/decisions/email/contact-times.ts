import { reportedReason } from '../../languages/en.ts';
import { dayInZone } from '../../ledger/calendar-date.ts';
import { minutesOf, nextAt, wallClock } from '../../ledger/wall-clock.ts';
import type { Policy } from '../../policy/policy.ts';
import { dayOffOn } from '../../policy/work-calendar.ts';
import type { Email } from './email.ts';

/** Why an e-mail has to wait, and until when. */
export type Wait = { readonly until: Date; readonly because: string };

/** One may end inside another, and days off come in rows: a wait that never ends is cut here. */
const MOST_WAITS = 100;

export const isUrgent = ({ kind }: Pick<Email, 'kind'>): boolean =>
  kind === 'alarm' || kind === 'alert';

/** Undefined where the e-mail may leave now: neither quiet hours nor a day off keeps it back. */
export function contactWait(
  email: Pick<Email, 'kind'>,
  now: Date,
  policy: Policy,
): Wait | undefined {
  if (isUrgent(email) && policy.contact.urgentAnyTime) return undefined;
  let wait = waitAt(now, policy);
  const because = wait?.because;
  if (wait === undefined || because === undefined) return undefined;
  let until = wait.until;
  for (let waits = 1; waits < MOST_WAITS; waits++) {
    wait = waitAt(until, policy);
    if (wait === undefined) break;
    until = wait.until;
  }
  return { until, because };
}

function waitAt(instant: Date, { reseller, contact }: Policy): Wait | undefined {
  const { timeZone } = reseller;
  const dayOff = contact.quietDaysOff
    ? dayOffOn(dayInZone(instant, timeZone), undefined, reseller)
    : undefined;
  if (dayOff !== undefined)
    return { until: nextAt(0, instant, timeZone), because: reportedReason(dayOff.because) };
  if (contact.quietHours === undefined) return undefined;
  const { from, to } = contact.quietHours;
  if (!isWithin(wallClock(instant, timeZone).minutes, minutesOf(from), minutesOf(to)))
    return undefined;
  return {
    until: nextAt(minutesOf(to), instant, timeZone),
    because: `${from} to ${to} are quiet hours`,
  };
}

/** From a time until before another, over midnight where it comes first. */
const isWithin = (minutes: number, from: number, to: number): boolean =>
  from < to ? from <= minutes && minutes < to : from <= minutes || minutes < to;
