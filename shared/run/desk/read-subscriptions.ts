import { SourceError, UnavailableError } from '../errors.ts';
import type { CustomerPortal, Subscription } from '../portal-ports.ts';

export type SubscriptionsAnswer = {
  readonly subscriptions: readonly Subscription[];
  /** Why there are none to show, where that is not because there are none. */
  readonly because: string | undefined;
  /** What would have to be there to show them. */
  readonly missing: 'portal' | 'tenant' | 'answer' | undefined;
};

/** What a customer subscribes to, asked when somebody looks: no night needs it. */
export async function readSubscriptions(
  tenantIds: readonly string[],
  portal: CustomerPortal | undefined,
): Promise<SubscriptionsAnswer> {
  if (portal === undefined) return none('portal', 'Partner Center is not set up');
  if (tenantIds.length === 0) return none('tenant', 'no tenant of the customer is known');
  try {
    const all = await Promise.all(tenantIds.map((id) => portal.subscriptions(id)));
    return { subscriptions: all.flat(), because: undefined, missing: undefined };
  } catch (error) {
    if (error instanceof SourceError || error instanceof UnavailableError)
      return none('answer', error.message);
    throw error;
  }
}

const none = (missing: SubscriptionsAnswer['missing'], because: string): SubscriptionsAnswer => ({
  subscriptions: [],
  because,
  missing,
});
