import { type BudgetUsage, budgetUsages, budgetUsagesOf } from '../../evaluation/budget-usage.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { type BudgetDecision, decideBudget, decideRestated, monthTold } from './decide-budget.ts';
import type { Outlook } from './outlook.ts';
import type { BudgetNight } from './spend-night.ts';
import type { BudgetState } from './spend-state.ts';
import type { SpendTonight } from './spend-tonight.ts';

/** What the months that are open have spent of their budgets. */
export type Budgets = {
  readonly now: readonly BudgetUsage[];
  readonly restated: readonly BudgetUsage[];
};

export function budgetsTonight({
  seen,
  spent,
  policy,
  asOf,
  month,
  firstOpenMonth,
}: SpendTonight): Budgets {
  const { budgets } = seen;
  const defaults = policy.budgets.default;
  return {
    now: budgetUsages(budgets, spent, asOf, defaults),
    restated:
      firstOpenMonth < month ? budgetUsagesOf(firstOpenMonth, budgets, spent, asOf, defaults) : [],
  };
}

type MonthsDecision = Pick<BudgetDecision, 'next' | 'notices'> & {
  readonly nights: readonly BudgetNight[];
};

/** This month, and the one before while that is open. */
export function decideMonths(
  currency: CurrencyCode,
  { now, restated }: Budgets,
  state: BudgetState | undefined,
  outlook: Outlook,
  tonight: SpendTonight,
): MonthsDecision | undefined {
  const usage = now.find((each) => each.currency === currency);
  if (usage === undefined) return undefined;
  const decided = decideBudget(usage, state, outlook, tonight);
  const last = restated.find((each) => each.currency === currency);
  if (last === undefined) return { ...decided, nights: [decided.night] };

  const known = [monthTold(state), state?.previous].find((each) => each?.month === last.month);
  const { customerId } = tonight.seen.customer;
  const closing = decideRestated(last, known, customerId, tonight.policy.budgets);
  return {
    next: { ...decided.next, previous: closing.next },
    nights: [decided.night, closing.night],
    notices: [...decided.notices, ...closing.notices],
  };
}
