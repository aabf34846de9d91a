import { READ_ARRANGEMENT } from '../../shared/http/operations/customers.ts';
import { serve } from '../../shared/http/serve.ts';
import { foundArrangement, savedArrangement } from '../../shared/http/views/arrangement-answer.ts';
import { customerAtDesk } from '../../shared/http/views/customer-at-desk.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(READ_ARRANGEMENT, liveSettings(), async ({ params }) => {
  const needs = await live();
  const { today } = await customerAtDesk(params.customerId, needs);
  const stored = await foundArrangement(params.customerId, params.arrangementId, needs.people);
  return savedArrangement(stored, today, false);
});
