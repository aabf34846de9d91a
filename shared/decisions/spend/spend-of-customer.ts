import type { CalendarDate } from '../../ledger/calendar-date.ts';
import type { CustomerFacts } from '../../ledger/customer-facts.ts';
import type { AccountNight } from '../customer-night.ts';
import type { CustomerState } from '../customer-state.ts';
import type { Tonight } from '../tonight.ts';
import { decideSpend, type SpendDecision } from './decide-spend.ts';
import { stillRemembered } from './remembered.ts';
import { spendTonight } from './spend-tonight.ts';

/** What is remembered of spend stays, also where the facts say nothing of it any more. */
export function spendOfCustomer(
  accounts: readonly AccountNight[],
  state: CustomerState,
  { seen, policy, asOf, circumstances }: Tonight,
): SpendDecision {
  if (!hasSpend(seen)) return withoutSpend(state, asOf);
  const isStale = circumstances.holdStages !== undefined;
  return decideSpend(state, spendTonight(seen, accounts, policy, asOf, isStale));
}

/** Who only owes costs nothing here. */
const hasSpend = ({ spend, budgets, customer, arrangements }: CustomerFacts): boolean =>
  spend.length > 0 ||
  budgets.length > 0 ||
  (customer.creditLimitMinorUnits ?? 0) > 0 ||
  arrangements.some(({ kind }) => kind === 'fraud-case');

const withoutSpend = ({ budgets, spend }: CustomerState, asOf: CalendarDate): SpendDecision => ({
  next: { budgets: stillRemembered(budgets, asOf), ...(spend && { spend }) },
  night: { budgets: [] },
  notices: [],
  events: [],
});
