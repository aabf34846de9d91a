import { guarded } from '../../shared/http/guard.ts';
import { PUT_ARRANGEMENT } from '../../shared/http/operations/customers.ts';
import { serve } from '../../shared/http/serve.ts';
import { savedArrangement } from '../../shared/http/views/arrangement-answer.ts';
import { arrangementOf } from '../../shared/http/views/arrangement-of.ts';
import { customerAtDesk } from '../../shared/http/views/customer-at-desk.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { recordArrangement } from '../../shared/run/desk/record-arrangement.ts';

serve(PUT_ARRANGEMENT, liveSettings(), async ({ params, body, caller, request }) => {
  const needs = await live();
  const { customerId, arrangementId: id } = params;
  const at = await customerAtDesk(customerId, needs);
  const found = await needs.people.load(customerId, { kind: 'arrangement', id });
  const stored = guarded(request, found, `arrangement "${id}"`);
  const actor = { by: caller.name, at: needs.clock() };
  const arrangement = arrangementOf(body, at.loaded.facts);
  const saved = await recordArrangement(at, id, arrangement, stored, actor, needs.people);
  return savedArrangement(saved, at.today, stored === undefined);
});
