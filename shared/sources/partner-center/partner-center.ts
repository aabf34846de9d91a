import type { CustomerPortal } from '../../run/portal-ports.ts';
import type { CallAllowance } from '../../run/ports.ts';
import type { Source } from '../../run/pull/source.ts';
import { apiClient } from '../http/api-client.ts';
import { failingFast } from '../http/failing-fast.ts';
import type { Surroundings } from '../http/surroundings.ts';
import { CLOUDS, type PartnerCenterAccess, type RefreshTokens } from './access.ts';
import { partnerCenterCalls } from './partner-center-calls.ts';
import { partnerCenterSource } from './partner-center-source.ts';
import { appTokens, userTokens } from './sign-in.ts';
import { spendParts } from './spend-parts.ts';
import { setSpendingBudget } from './spending-budget.ts';
import { subscriptions } from './subscriptions.ts';

export type PartnerCenterNeeds = {
  readonly refreshTokens: RefreshTokens;
  readonly allowance: CallAllowance;
  readonly surroundings: Surroundings;
  readonly stagingFolder: string;
  readonly timeoutMs?: number;
};

/** Requests a minute that a partner's tenant may make, by Microsoft's documentation. */
export const CALLS_PER_MINUTE = 500;

/** All that Duewatch does with Partner Center, over one client, whose calls are few at a time. */
export function partnerCenter(access: PartnerCenterAccess, needs: PartnerCenterNeeds) {
  const { surroundings, allowance, stagingFolder, timeoutMs } = needs;
  const application = appTokens(access, surroundings);
  const account = userTokens(access, needs.refreshTokens, surroundings);
  const client = apiClient({
    tokens: account,
    allowance,
    surroundings,
    idHeaders: { request: 'ms-requestid', correlation: 'ms-correlationid' },
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  const apiUrl = access.apiUrl ?? CLOUDS[access.cloud].api;
  const calls = partnerCenterCalls(client, apiUrl);
  const location = `${apiUrl} of ${access.tenant}`;
  const source: Source = partnerCenterSource({
    calls,
    application,
    account,
    location,
    stagingFolder,
  });
  const portal: CustomerPortal = {
    subscriptions: (tenantId) => subscriptions(tenantId, calls, application),
    spendParts: failingFast((id: string) => spendParts(id, calls, account), surroundings.now),
    setBudget: (tenantId, budget) => setSpendingBudget(tenantId, budget, calls, application),
  };
  return { source, portal };
}
