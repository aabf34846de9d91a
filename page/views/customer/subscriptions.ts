import { readSubscriptions, type Subscriptions } from '../../session/api.ts';

export type SubscriptionsSeen =
  | 'loading'
  | 'nowhere'
  | Subscriptions
  | { readonly failedWith: unknown };

/** Where no portal is set up, none is as long as the page is open: it is not asked for again. */
let isNowhere = false;

/** Asks after what the app itself knows is shown, because the portal may take its time. */
export async function askSubscriptions(
  customerId: string,
  signal: AbortSignal,
  see: (now: SubscriptionsSeen) => void,
): Promise<void> {
  see(isNowhere ? 'nowhere' : 'loading');
  if (isNowhere) return;
  try {
    const told = await readSubscriptions(customerId, signal);
    isNowhere = told.missing === 'portal';
    see(isNowhere ? 'nowhere' : told);
  } catch (failedWith) {
    if (!signal.aborted) see({ failedWith });
  }
}
