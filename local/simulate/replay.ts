import { NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { type CustomerDecision, decideCustomer } from '../../shared/decisions/decide-customer.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import type { Policy } from '../../shared/policy/policy.ts';

/** What each night would have decided about a customer nobody had ever written to. */
export function* replay(
  facts: CustomerFacts,
  days: readonly CalendarDate[],
  policy: Policy,
): Generator<CustomerDecision, void> {
  let state = NEW_CUSTOMER;
  for (const day of days) {
    const decision = decideCustomer(facts, state, policy, day, { holdStages: undefined });
    state = decision.next;
    yield decision;
  }
}
