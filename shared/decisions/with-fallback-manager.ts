import type { CustomerFacts } from '../ledger/customer-facts.ts';
import type { Policy } from '../policy/policy.ts';

/** Who has no account manager that can be written to is the fallback's, where the policy names one. */
export function withFallbackManager(facts: CustomerFacts, { reseller }: Policy): CustomerFacts {
  const { fallbackAccountManager: accountManager } = reseller;
  const { customer } = facts;
  if (accountManager === undefined || customer.accountManager?.email !== undefined) return facts;
  return { ...facts, customer: { ...customer, accountManager } };
}
