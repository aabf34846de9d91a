import { guarded } from '../../shared/http/guard.ts';
import { END_ARRANGEMENT } from '../../shared/http/operations/customers.ts';
import { serve } from '../../shared/http/serve.ts';
import { foundArrangement, savedArrangement } from '../../shared/http/views/arrangement-answer.ts';
import { customerAtDesk } from '../../shared/http/views/customer-at-desk.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { endArrangement } from '../../shared/run/desk/record-arrangement.ts';

serve(END_ARRANGEMENT, liveSettings(), async ({ params, body, caller, request }) => {
  const needs = await live();
  const { customerId, arrangementId: id } = params;
  const at = await customerAtDesk(customerId, needs);
  const found = await foundArrangement(customerId, id, needs.people);
  guarded(request, found, `arrangement "${id}"`);
  const actor = { by: caller.name, at: needs.clock() };
  const saved = await endArrangement(at, found, body.reason, actor, needs.people);
  return savedArrangement(saved, at.today, false);
});
