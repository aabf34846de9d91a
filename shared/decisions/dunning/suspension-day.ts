import {
  addDays,
  type CalendarDate,
  dayNumber,
  dayOfNumber,
  endOfMonth,
} from '../../ledger/calendar-date.ts';
import type { DunningPolicy, DunningStage } from '../../policy/dunning-policy.ts';
import { stored } from './ladder.ts';
import { daysUntil } from './stage-conditions.ts';

/** What an action is called that proposes to suspend. */
const SUSPENSION = 'propose-suspension';

/** What a letter's account stands on: its oldest asked invoice, and what of it all is overdue. */
export type Standing = {
  readonly stage: string | undefined;
  readonly enteredOn: CalendarDate;
  readonly currency: string;
  readonly overdue: number;
  readonly overdueInvoices: number;
  readonly basisOn: CalendarDate;
  readonly tags: readonly string[];
};

/**
 * The first day on which a ladder may propose to suspend whoever stands on a stage of it, if nothing
 * is paid: holds, promises and late letters only move it further away. Undefined where the ladder
 * proposes none above that stage, or not for this customer.
 */
export function suspensionDay(
  standing: Standing,
  ladder: DunningPolicy,
  asOf: CalendarDate,
): CalendarDate | undefined {
  const { stages } = ladder;
  const at = stages.findIndex(({ name }) => name === standing.stage);
  if (at < 0) return undefined;
  let entered = standing.enteredOn;
  for (const stage of stages.slice(at + 1)) {
    const start = stage.since === 'basis' ? standing.basisOn : entered;
    const earned = addDays(start, daysUntil(stage, ladder));
    entered = latest(comesOn(stage, earned, ladder), requiredDay(stage, asOf));
    if (!stage.actions.includes(SUSPENSION)) continue;
    return isFor(stage, standing) ? latest(entered, addDays(asOf, 1)) : undefined;
  }
  return undefined;
}

function comesOn(
  { endOfMonth: movesToEnd }: DunningStage,
  earned: CalendarDate,
  { boundary }: DunningPolicy,
): CalendarDate {
  const day = movesToEnd ? endOfMonth(earned) : earned;
  return boundary === 'strict' ? addDays(day, 1) : day;
}

/** The letter that is written tonight is delivered tonight at the earliest. */
const requiredDay = ({ requires }: DunningStage, asOf: CalendarDate): CalendarDate =>
  addDays(asOf, requires?.deliveredDaysAgo ?? 0);

const latest = (a: CalendarDate, b: CalendarDate): CalendarDate =>
  dayOfNumber(Math.max(dayNumber(a), dayNumber(b)));

const isFor = ({ when }: DunningStage, standing: Standing): boolean =>
  (stored(when.overdueAtLeast, standing.currency) ?? 0) <= standing.overdue &&
  when.overdueInvoicesAtLeast <= standing.overdueInvoices &&
  when.tags.every((tag) => standing.tags.includes(tag)) &&
  !when.withoutTags.some((tag) => standing.tags.includes(tag));
