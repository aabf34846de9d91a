import type { CustomerNight } from '../../decisions/customer-night.ts';
import { ladderNamed } from '../../decisions/tonight.ts';
import type { CurrencyCode } from '../../ledger/money.ts';
import { currenciesNobodyHas } from '../../policy/currencies-nobody-has.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Run } from '../run.ts';

const CUSTOMERS_NAMED = 5;

/** What a night has seen its customers ask of the policy. */
export type PolicyUse = {
  readonly currencies: Set<CurrencyCode>;
  /** Of each ladder that the policy lacks, whose it is. */
  readonly missingLadders: Map<string, Missed>;
};

const NOBODY_HEARS =
  'reseller.operatorEmail: is not set, so nobody hears how a night went, nor that one did not come: name somebody';

type Missed = { customers: number; readonly first: string[] };

export const policyUse = (): PolicyUse => ({ currencies: new Set(), missingLadders: new Map() });

/** Adds what a customer of ours may be dunned in, and by. */
export function addUse(
  { currencies, missingLadders }: PolicyUse,
  { customer, accounts }: CustomerNight,
  policy: Policy,
): void {
  if (customer.isUnowned !== true) currencies.add(customer.currency);
  for (const { currency } of accounts) currencies.add(currency);
  if (ladderNamed(customer.policy, policy).kind !== 'unknown') return;
  const missed = missingLadders.get(customer.policy) ?? { customers: 0, first: [] };
  missed.customers += 1;
  if (missed.first.length < CUSTOMERS_NAMED) missed.first.push(customer.customerId);
  missingLadders.set(customer.policy, missed);
}

/**
 * What of the policy is not there, and what of it holds for nobody, as a whole night has seen its
 * customers. A night is never refused for it: customers come and go.
 */
export function policyFindings(
  { status, failed, customerId, holdStages }: Run,
  policy: Policy,
  { currencies, missingLadders }: PolicyUse,
): readonly string[] {
  const missing = [...missingLadders].map(([name, missed]) => missingText(name, missed));
  if (policy.reseller.operatorEmail === undefined) missing.push(NOBODY_HEARS);
  const isWhole = customerId === undefined && failed === 0 && holdStages === undefined;
  if (!isWhole || status === 'failed' || currencies.size === 0) return missing;
  return [...missing, ...currenciesNobodyHas(policy, currencies).map(({ text }) => text)];
}

function missingText(name: string, { customers, first }: Missed): string {
  const more = customers - first.length;
  const whose = first.join(', ') + (more > 0 ? ` and ${more} more` : '');
  return `dunning.${name}: is the policy of ${whose}, and not there: nobody duns them until you add it or they name another`;
}
