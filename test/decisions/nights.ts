import type { Delivered } from '../../shared/decisions/circumstances.ts';
import { type CustomerState, NEW_CUSTOMER } from '../../shared/decisions/customer-state.ts';
import { type CustomerDecision, decideCustomer } from '../../shared/decisions/decide-customer.ts';
import type { CustomerFacts } from '../../shared/ledger/customer-facts.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { day } from '../builders.ts';

export const FRESH = { holdStages: undefined };

/** One night after another over facts that stay the same: the last night's decision. */
export function lastNight(
  facts: CustomerFacts,
  policy: Policy,
  nights: readonly string[],
  state: CustomerState = NEW_CUSTOMER,
  delivered: Delivered = {},
): CustomerDecision {
  const [first, ...others] = nights;
  if (first === undefined) throw new RangeError('Cannot decide without a night: name one');
  const circumstances = { ...FRESH, delivered };
  const decided = decideCustomer(facts, state, policy, day(first), circumstances);
  if (others.length === 0) return decided;
  return lastNight(facts, policy, others, decided.next, delivered);
}

export const stageOf = ({ night }: CustomerDecision): string | undefined =>
  night.accounts[0]?.stage;

export const becauseOf = ({ night }: CustomerDecision): string | undefined =>
  night.accounts[0]?.because;

export const toldOf = ({ night }: CustomerDecision): readonly (string | undefined)[] =>
  night.notices.map(
    ({ kind, stage, tell }) =>
      `${kind === 'recovery' ? 'no longer ' : ''}${stage}: ${tell.join(', ')}`,
  );
