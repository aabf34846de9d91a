import { SourceError, UnavailableError } from '../errors.ts';
import type { CustomerPortal, Subscription } from '../portal-ports.ts';

export type SubscriptionsAnswer = {
  readonly subscriptions: readonly Subscription[];
  /** Why there are none to show, where that is not because there are none. */
  readonly because: string | undefined;
};

/** What a customer subscribes to, asked when somebody looks: no night needs it. */
export async function readSubscriptions(
  tenantIds: readonly string[],
  portal: CustomerPortal | undefined,
): Promise<SubscriptionsAnswer> {
  if (portal === undefined) return none('Partner Center is not set up');
  if (tenantIds.length === 0) return none('no tenant of the customer is known');
  try {
    const all = await Promise.all(tenantIds.map((id) => portal.subscriptions(id)));
    return { subscriptions: all.flat(), because: undefined };
  } catch (error) {
    if (error instanceof SourceError || error instanceof UnavailableError)
      return none(error.message);
    throw error;
  }
}

const none = (because: string): SubscriptionsAnswer => ({ subscriptions: [], because });
