import { READ_SUBSCRIPTIONS } from '../../shared/http/operations/customers.ts';
import { serve } from '../../shared/http/serve.ts';
import { customerAtDesk } from '../../shared/http/views/customer-at-desk.ts';
import { subscriptionsView } from '../../shared/http/views/subscriptions-view.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { readSubscriptions } from '../../shared/run/desk/read-subscriptions.ts';

serve(READ_SUBSCRIPTIONS, liveSettings(), async ({ params: { customerId } }) => {
  const needs = await live();
  const { loaded } = await customerAtDesk(customerId, needs);
  return { content: subscriptionsView(await readSubscriptions(loaded.tenantIds, needs.portal)) };
});
