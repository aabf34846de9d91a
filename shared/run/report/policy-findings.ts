import type { CustomerNight } from '../../decisions/customer-night.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { currenciesNobodyHas } from '../../policy/currencies-nobody-has.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Run } from '../run.ts';

/** Adds what a customer of ours may be dunned in. */
export function addCurrencies(
  currencies: Set<CurrencyCode>,
  { customer, accounts }: CustomerNight,
): void {
  if (customer.isUnowned !== true) currencies.add(customer.currency);
  for (const { currency } of accounts) currencies.add(currency);
}

/**
 * What of the policy holds for nobody, as a whole night has seen its customers. Nothing is said
 * where some were missing, and a night is never refused for it: customers come and go.
 */
export function policyFindings(
  { status, failed, customerId, holdStages }: Run,
  policy: Policy,
  currencies: ReadonlySet<CurrencyCode>,
): readonly string[] {
  const isWhole = customerId === undefined && failed === 0 && holdStages === undefined;
  if (!isWhole || status === 'failed' || currencies.size === 0) return [];
  return currenciesNobodyHas(policy, currencies).map(({ text }) => text);
}
