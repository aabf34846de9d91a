import type { Delivered } from '../../shared/decisions/circumstances.ts';
import { type CustomerState, NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { type CustomerDecision, decideCustomer } from '../../shared/decisions/decide-customer.ts';
import type { CalendarDate } from '../../shared/ledger/calendar-date.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { seenNightByNight } from './seen-night-by-night.ts';

/** What each night would have decided about a customer nobody had ever written to. */
export function* replay(
  facts: CustomerFacts,
  days: readonly CalendarDate[],
  policy: Policy,
): Generator<CustomerDecision, void> {
  for (const decisions of replayBeside(facts, days, [policy])) yield* decisions;
}

/** The same under each of several policies, which know nothing of each other; night by night. */
export function* replayBeside(
  facts: CustomerFacts,
  days: readonly CalendarDate[],
  policies: readonly Policy[],
): Generator<readonly CustomerDecision[], void> {
  const seenOn = seenNightByNight(facts);
  let states: readonly CustomerState[] = policies.map(() => NEW_CUSTOMER);
  const letters = policies.map((): Record<string, CalendarDate> => ({}));
  for (const day of days) {
    const seen = seenOn(day);
    const decisions = policies.map((policy, at) => {
      const circumstances = { holdStages: undefined, delivered: letters[at] ?? {} };
      return decideCustomer(seen, states[at] ?? NEW_CUSTOMER, policy, day, circumstances);
    });
    states = decisions.map(({ next }) => next);
    for (const [at, decision] of decisions.entries())
      Object.assign(letters[at] ?? {}, deliveredOnItsNight(decision));
    yield decisions;
  }
}

/** In a replay every letter arrives on the day it is written. */
export function deliveredOnItsNight({ night, writeLetter }: CustomerDecision): Delivered {
  if (!writeLetter) return {};
  const written = night.notices.filter(({ tell }) => tell.includes('customer'));
  return Object.fromEntries(written.map(({ key }) => [key, night.asOf]));
}
