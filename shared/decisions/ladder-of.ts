import type { Customer } from '../ledger/customer.ts';
import type { DunningPolicy } from '../policy/dunning-policy.ts';
import type { Policy } from '../policy/policy.ts';

/** The ladder a customer is on; none for a name the policy does not have, "constructor" included. */
export function ladderOf(customer: Customer, policy: Policy): DunningPolicy | undefined {
  return Object.entries(policy.dunning).find(([name]) => name === customer.policy)?.[1];
}
