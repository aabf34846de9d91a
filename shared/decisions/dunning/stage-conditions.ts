import type { CountingInvoice } from '../../evaluation/counting.ts';
import { dayAfter, type Holds, heldSpans } from '../../evaluation/holds.ts';
import { dayNumber, dayOfNumber, endOfMonth } from '../../ledger/calendar-date.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import type { DunningPolicy, DunningStage } from '../../policy/dunning-policy.ts';
import type { Delivered } from '../circumstances.ts';
import type { LadderState } from '../customer-state.ts';
import { stored } from './ladder.ts';

/** What a ladder stands on tonight: the invoices whose days decide, and the sums of all that count. */
export type Footing = {
  readonly clocks: readonly CountingInvoice[];
  readonly overdue: number;
  readonly overdueInvoices: number;
};

/** What stage conditions look at besides the footing. `enteredOn` is as of last night. */
export type Rules = {
  readonly policy: DunningPolicy;
  readonly currency: CurrencyCode;
  readonly tags: readonly string[];
  readonly asOfDay: number;
  readonly holds: Holds;
  readonly delivered: Delivered;
};

/** The oldest invoice decides for all; one with a hold of its own may lag behind a younger one. */
export function footingOf(
  invoices: readonly CountingInvoice[],
  { policy, asOfDay, holds }: Rules,
): Footing {
  const firstDay = policy.basis === 'due-date' ? asOfDay - 1 : asOfDay;
  let overdue = 0;
  let overdueInvoices = 0;
  for (const { basisDay, amount } of invoices) {
    if (basisDay > firstDay) continue;
    overdue += amount;
    overdueInvoices += 1;
  }
  return { clocks: clocksOf(invoices, holds), overdue, overdueInvoices };
}

/** Whether the days of a stage, its conditions, and what it follows on all hold. */
export function stageHolds(
  at: number,
  footing: Footing,
  enteredOn: LadderState['enteredOn'],
  rules: Rules,
): boolean {
  const stage = rules.policy.stages[at];
  if (stage === undefined || !conditionHolds(stage, footing, rules)) return false;
  const previous = previousOf(at, rules.policy);
  if (previous === undefined)
    return footing.clocks.some((clock) => hasCome(stage, clock.basisDay, clock, rules));

  const entered = stored(enteredOn, previous.name);
  if (entered === undefined || dayNumber(entered) >= rules.asOfDay) return false;
  return (
    stageHolds(at - 1, footing, enteredOn, rules) &&
    footing.clocks.some((clock) => hasCome(stage, dayNumber(entered), clock, rules))
  );
}

/** The stage that a stage is counted from, if it is. The first counts from the basis date always. */
export const previousOf = (at: number, { stages }: DunningPolicy): DunningStage | undefined =>
  stages[at]?.since === 'previous-stage' ? stages[at - 1] : undefined;

/** Grace comes on top of the days from the basis date, and of none that lie before it. */
export const daysUntil = (
  { since, afterDays }: DunningStage,
  { graceDays }: DunningPolicy,
): number => (since === 'basis' && afterDays >= 0 ? afterDays + graceDays : afterDays);

/** The first day of a stage, held days passed over. */
export function firstDayOf(
  stage: DunningStage,
  start: number,
  clock: CountingInvoice,
  { holds, policy }: Rules,
): number {
  const held = heldSpans(holds, clock.invoiceId);
  const earned = dayAfter(start, daysUntil(stage, policy), held);
  const day = stage.endOfMonth ? dayNumber(endOfMonth(dayOfNumber(earned))) : earned;
  return policy.boundary === 'strict' ? dayAfter(day, 1, held) : day;
}

const hasCome = (
  stage: DunningStage,
  start: number,
  clock: CountingInvoice,
  rules: Rules,
): boolean => firstDayOf(stage, start, clock, rules) <= rules.asOfDay;

/** Whether what a stage asks for besides its days holds. */
export function conditionHolds({ when }: DunningStage, footing: Footing, rules: Rules): boolean {
  const least = when.overdueAtLeast[rules.currency];
  return (
    (least === undefined || least <= footing.overdue) &&
    when.overdueInvoicesAtLeast <= footing.overdueInvoices &&
    when.tags.every((tag) => rules.tags.includes(tag)) &&
    !when.withoutTags.some((tag) => rules.tags.includes(tag))
  );
}

/** Whether an invoice has come to the day its policy counts from. */
export function hasStarted(
  clock: CountingInvoice | undefined,
  { policy, asOfDay }: Rules,
): boolean {
  if (clock === undefined) return false;
  return policy.basis === 'due-date' ? clock.daysPastDue > 0 : clock.basisDay <= asOfDay;
}

function clocksOf(
  invoices: readonly CountingInvoice[],
  { byInvoice }: Holds,
): readonly CountingInvoice[] {
  if (byInvoice.size === 0) return invoices.slice(0, 1);
  const ownHold = invoices.filter(({ invoiceId }) => byInvoice.has(invoiceId));
  const oldest = invoices.find(({ invoiceId }) => !byInvoice.has(invoiceId));
  return oldest === undefined ? ownHold : [oldest, ...ownHold];
}
