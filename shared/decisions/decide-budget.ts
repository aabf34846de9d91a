import { type BudgetUsage, highestReached, percentOf } from '../evaluation/budget-usage.ts';
import type { CalendarDate } from '../ledger/calendar-date.ts';
import type { CustomerId } from '../ledger/customer.ts';
import type { BudgetPolicy } from '../policy/policy.ts';
import type { BudgetNight, HistoryEvent, Notice } from './customer-night.ts';
import type { BudgetState } from './customer-state.ts';
import { stored } from './ladder.ts';
import { moneyText } from './money-text.ts';

export type BudgetDecision = {
  readonly next: BudgetState;
  readonly night: BudgetNight;
  readonly notice: Notice | undefined;
  readonly events: readonly HistoryEvent[];
};

/** A threshold is told once a month; a raised budget re-arms the thresholds it no longer reaches. */
export function decideBudget(
  customerId: CustomerId,
  usage: BudgetUsage,
  state: BudgetState | undefined,
  { thresholds }: BudgetPolicy,
  asOf: CalendarDate,
): BudgetDecision {
  const { currency, month, budget, spent } = usage;
  const thisMonth = state?.month === month ? state : undefined;
  const crossed = highestReached(usage, thresholds);
  const told = thisMonth === undefined ? 0 : toldPercent(usage, thisMonth, thresholds);
  const isNews = crossed !== undefined && crossed > told;
  const notice = isNews ? noticeOf(customerId, usage, crossed) : undefined;
  const now = isNews ? crossed : told;

  const percent = percentOf(usage);
  return {
    next: {
      month,
      budgetMinorUnits: budget,
      toldPercent: now,
      ...(now === 0 && thisMonth?.toldOf === undefined
        ? {}
        : { toldOf: { ...thisMonth?.toldOf, [budget]: now } }),
    },
    night: {
      currency,
      month,
      budget,
      spent,
      ...(percent === undefined ? {} : { percent }),
      ...(crossed === undefined ? {} : { crossed }),
    },
    notice,
    events:
      notice === undefined
        ? []
        : [{ on: asOf, kind: 'budget-alert', currency, text: notice.because }],
  };
}

/** The highest threshold that counts as told of this budget, 0 for none. */
function toldPercent(
  usage: BudgetUsage,
  { toldPercent, budgetMinorUnits, toldOf }: BudgetState,
  thresholds: readonly number[],
): number {
  const wasToldOfIt = stored(toldOf ?? {}, `${usage.budget}`) ?? 0;
  if (usage.budget <= budgetMinorUnits) return Math.max(toldPercent, wasToldOfIt);
  const kept = thresholds.filter((each) => each <= toldPercent);
  return Math.max(highestReached(usage, kept) ?? 0, wasToldOfIt);
}

function noticeOf(customerId: CustomerId, usage: BudgetUsage, threshold: number): Notice {
  const { currency, month, budget, spent } = usage;
  return {
    key: `${customerId}|${currency}|budget|${month}|${threshold}|${budget}`,
    kind: 'budget',
    currency,
    stage: `${threshold}`,
    tell: ['account-manager'],
    actions: [],
    because: `month-to-date spend of ${moneyText({ minorUnits: spent, currency })} is ${percentOf(usage)} % of the ${month} budget of ${moneyText({ minorUnits: budget, currency })} and the threshold is ${threshold} %`,
  };
}
