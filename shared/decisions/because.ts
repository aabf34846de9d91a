import type { Account } from '../evaluation/accounts.ts';
import type { Counting, CountingInvoice } from '../evaluation/counting.ts';
import { daysHeld, heldSpans } from '../evaluation/holds.ts';
import { dayNumber, dayOfNumber } from '../ledger/calendar-date.ts';
import type { DunningStage } from '../policy/dunning-policy.ts';
import { count } from './count-text.ts';
import type { LadderState } from './customer-state.ts';
import { stored } from './ladder.ts';
import { moneyText } from './money-text.ts';
import {
  daysUntil,
  type Footing,
  firstDayOf,
  hasStarted,
  previousOf,
  type Rules,
} from './stage-conditions.ts';

/** Why a stage holds: how long it has been, and when the stage starts. */
export function whyOnStage(
  at: number,
  { clocks }: Footing,
  enteredOn: LadderState['enteredOn'],
  rules: Rules,
): string {
  const stage = rules.policy.stages[at];
  const [oldest] = clocks;
  if (stage === undefined || oldest === undefined) return 'nothing is overdue';
  const clock =
    clocks.find((each) => firstDayOf(stage, each.basisDay, each, rules) <= rules.asOfDay) ?? oldest;

  const previous = previousOf(at, rules.policy);
  const entered = previous && stored(enteredOn, previous.name);
  if (previous === undefined || entered === undefined)
    return `${howOld(clock, rules)} and ${startOf(stage, clock, rules)}`;
  const days = daysText(rules.asOfDay - dayNumber(entered));
  const follows = rules.policy.boundary === 'strict' ? 'follows after more than' : 'follows after';
  return `${howOld(clock, rules)}, ${previous.name} was entered ${days} ago and ${stage.name} ${follows} ${stage.afterDays}`;
}

/** Why a stage is there before its days. */
export function whyRaised(
  stage: string,
  because: string,
  { clocks: [oldest] }: Footing,
  rules: Rules,
): string {
  const raised = `raised to ${stage} because ${because}`;
  return oldest === undefined ? raised : `${howOld(oldest, rules)}, ${raised}`;
}

/** Why there is no stage: nothing to dun, still in grace, or a condition that does not hold. */
export function whyNoStage(
  account: Account,
  counting: Counting,
  footing: Footing,
  rules: Rules,
): string {
  const [stage] = rules.policy.stages;
  const [clock] = footing.clocks;
  if (account.invoices.length === 0) return 'nothing is open';
  if (!account.invoices.some(({ daysPastDue }) => daysPastDue > 0) && !hasStarted(clock, rules))
    return 'nothing is overdue';
  if (clock === undefined || !hasStarted(clock, rules)) return whyNothingCounts(counting, rules);
  if (stage === undefined) return `${howOld(clock, rules)} and the policy has no stages`;

  if (firstDayOf(stage, clock.basisDay, clock, rules) > rules.asOfDay)
    return `within grace: ${howOld(clock, rules)} and ${startOf(stage, clock, rules)}`;
  return `${howOld(clock, rules)} but ${whatIsMissing(stage, footing, rules)}`;
}

function whyNothingCounts(
  { overdueDisputed, overdueCovered, overdueTolerated }: Counting,
  { currency }: Rules,
): string {
  const parts = [
    overdueDisputed > 0
      ? `${moneyText({ minorUnits: overdueDisputed, currency })} is disputed`
      : '',
    overdueCovered > 0
      ? `unapplied credit covers ${moneyText({ minorUnits: overdueCovered, currency })}`
      : '',
    overdueTolerated > 0
      ? `${moneyText({ minorUnits: overdueTolerated, currency })} is within tolerance`
      : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nothing is overdue' : `nothing overdue counts: ${parts.join(', ')}`;
}

function howOld(clock: CountingInvoice, { policy, asOfDay, holds }: Rules): string {
  const days = asOfDay - clock.basisDay;
  const held = daysHeld(clock.basisDay, asOfDay, heldSpans(holds, clock.invoiceId));
  const notCounted = held === 0 ? '' : ` of which ${held} on hold`;
  if (policy.basis === 'invoice-date')
    return `oldest open invoice ${clock.invoiceId} was issued ${daysText(days)} ago${notCounted}`;
  if (days === 0) return `oldest open invoice ${clock.invoiceId} is due today`;
  return days > 0
    ? `oldest overdue invoice ${clock.invoiceId} is ${daysText(days)} past due${notCounted}`
    : `oldest open invoice ${clock.invoiceId} is due in ${daysText(-days)}`;
}

function startOf(stage: DunningStage, clock: CountingInvoice, rules: Rules): string {
  if (stage.endOfMonth) {
    const first = dayOfNumber(firstDayOf(stage, clock.basisDay, clock, rules));
    return `${stage.name} starts on ${first}, by the end of the month`;
  }
  const starts = `${stage.name} starts${rules.policy.boundary === 'strict' ? ' after' : ' at'}`;
  return stage.afterDays < 0
    ? `${starts} ${daysText(-stage.afterDays)} before`
    : `${starts} ${daysUntil(stage, rules.policy)}`;
}

function whatIsMissing(
  { name, when }: DunningStage,
  { overdue, overdueInvoices }: Footing,
  { currency, tags }: Rules,
): string {
  const least = when.overdueAtLeast[currency];
  if (least !== undefined && least > overdue)
    return `${name} needs ${moneyText({ minorUnits: least, currency })} overdue and ${moneyText({ minorUnits: overdue, currency })} is`;
  if (when.overdueInvoicesAtLeast > overdueInvoices)
    return `${name} needs ${count(when.overdueInvoicesAtLeast, 'invoice')} overdue and there is ${overdueInvoices}`;
  const missing = when.tags.find((tag) => !tags.includes(tag));
  if (missing !== undefined) return `${name} is for customers tagged ${missing}`;
  const barring = when.withoutTags.find((tag) => tags.includes(tag));
  return barring === undefined
    ? `${name} does not hold`
    : `${name} is not for customers tagged ${barring}`;
}

/** Said of every customer every night, so without the grouping that larger counts get. */
const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
