import type { Account } from '../../evaluation/accounts.ts';
import type { Counting, CountingInvoice } from '../../evaluation/counting.ts';
import { daysHeld, heldSpans } from '../../evaluation/holds.ts';
import type { PartOf, Reason, ReasonPart } from '../../languages/reason.ts';
import { dayNumber, dayOfNumber } from '../../ledger/calendar-date.ts';
import type { DunningStage } from '../../policy/dunning-policy.ts';
import type { LadderState } from '../customer-state.ts';
import { stored } from './ladder.ts';
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
): Reason {
  const stage = rules.policy.stages[at];
  const [oldest] = clocks;
  if (stage === undefined || oldest === undefined) return NOTHING_OVERDUE;
  const clock =
    clocks.find((each) => firstDayOf(stage, each.basisDay, each, rules) <= rules.asOfDay) ?? oldest;

  const previous = previousOf(at, rules.policy);
  const entered = previous && stored(enteredOn, previous.name);
  if (previous === undefined || entered === undefined)
    return [howOld(clock, rules), startOf(stage, clock, rules)];
  return [
    howOld(clock, rules),
    {
      key: 'entered',
      previous: previous.name,
      daysAgo: rules.asOfDay - dayNumber(entered),
      stage: stage.name,
      isStrict: rules.policy.boundary === 'strict',
      days: stage.afterDays,
    },
  ];
}

/** Why a stage is there before its days. */
export function whyRaised(
  stage: string,
  because: Reason,
  { clocks: [oldest] }: Footing,
  rules: Rules,
): Reason {
  if (oldest === undefined) return [{ key: 'raised', stage, follows: false }, ...because];
  return [howOld(oldest, rules), { key: 'raised', stage, follows: true }, ...because];
}

const NOTHING_OPEN: Reason = [{ key: 'nothing-open' }];
const NOTHING_OVERDUE: Reason = [{ key: 'nothing-overdue' }];

/** Why there is no stage: nothing to dun, still in grace, or a condition that does not hold. */
export function whyNoStage(
  account: Account,
  counting: Counting,
  footing: Footing,
  rules: Rules,
): Reason {
  const [stage] = rules.policy.stages;
  const [clock] = footing.clocks;
  if (account.invoices.length === 0) return NOTHING_OPEN;
  if (!account.invoices.some(({ daysPastDue }) => daysPastDue > 0) && !hasStarted(clock, rules))
    return NOTHING_OVERDUE;
  if (clock === undefined || !hasStarted(clock, rules)) return whyNothingCounts(counting, rules);
  if (stage === undefined) return [howOld(clock, rules), { key: 'no-stages' }];

  if (firstDayOf(stage, clock.basisDay, clock, rules) > rules.asOfDay)
    return [{ key: 'within-grace' }, howOld(clock, rules), startOf(stage, clock, rules)];
  return [howOld(clock, rules), whatIsMissing(stage, footing, rules)];
}

function whyNothingCounts(
  { overdueDisputed: disputed, overdueCovered: covered, overdueTolerated: tolerated }: Counting,
  { currency }: Rules,
): Reason {
  if (disputed <= 0 && covered <= 0 && tolerated <= 0) return NOTHING_OVERDUE;
  return [{ key: 'nothing-counts', currency, disputed, covered, tolerated }];
}

function howOld({ basisDay, invoiceId }: CountingInvoice, rules: Rules): PartOf<'age'> {
  const { policy, asOfDay, holds } = rules;
  const held = daysHeld(basisDay, asOfDay, heldSpans(holds, invoiceId));
  return { key: 'age', basis: policy.basis, invoiceId, days: asOfDay - basisDay, held };
}

function startOf(
  stage: DunningStage,
  clock: CountingInvoice,
  rules: Rules,
): PartOf<'starts' | 'starts-on'> {
  const { policy } = rules;
  if (stage.endOfMonth) {
    const on = dayOfNumber(firstDayOf(stage, clock.basisDay, clock, rules));
    return { key: 'starts-on', stage: stage.name, on };
  }
  const isStrict = policy.boundary === 'strict';
  return { key: 'starts', stage: stage.name, isStrict, days: daysUntil(stage, policy) };
}

function whatIsMissing(
  { name: stage, when }: DunningStage,
  { overdue, overdueInvoices }: Footing,
  { currency, tags }: Rules,
): ReasonPart {
  const least = when.overdueAtLeast[currency];
  if (least !== undefined && least > overdue)
    return { key: 'needs-overdue', stage, currency, least, overdue };
  if (when.overdueInvoicesAtLeast > overdueInvoices)
    return {
      key: 'needs-invoices',
      stage,
      least: when.overdueInvoicesAtLeast,
      overdue: overdueInvoices,
    };
  const missing = when.tags.find((tag) => !tags.includes(tag));
  if (missing !== undefined) return { key: 'needs-tag', stage, tag: missing };
  const barring = when.withoutTags.find((tag) => tags.includes(tag));
  return barring === undefined
    ? { key: 'does-not-hold', stage }
    : { key: 'without-tag', stage, tag: barring };
}
