import type { CustomerNight } from '../decisions/customer-night.ts';
import type { LoadedCustomer } from './ports.ts';
import type { Run } from './run.ts';

/**
 * Why somebody owes of whom no tenant is known: nobody could suspend, or watch, what they use.
 * Said only where a source lists all tenants, and was read.
 */
export function withoutTenantBecause(
  { facts, toldBy }: LoadedCustomer,
  { accounts }: CustomerNight,
  run: Run,
): string | undefined {
  const lists = run.sources.filter((each) => each.listsTenants === true && each.isRead === true);
  const [list] = lists;
  if (list === undefined || lists.some(({ name }) => toldBy.includes(name))) return undefined;
  if (accounts.every(({ open }) => open <= 0)) return undefined;
  const { tenantIds = [] } = facts.customer;
  return tenantIds.length === 0
    ? 'no tenant is known to be its: enter its tenant id in the books or in the directory'
    : `its tenant ${tenantIds.join(' and ')} is not among those that ${list.name} lists: correct the id where it was entered`;
}
