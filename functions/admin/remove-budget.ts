import { guarded } from '../../shared/http/guard.ts';
import { REMOVE_BUDGET } from '../../shared/http/operations/customers.ts';
import { ProblemError } from '../../shared/http/problems.ts';
import { serve } from '../../shared/http/serve.ts';
import { asBudget } from '../../shared/http/views/budget-answer.ts';
import { customerAtDesk } from '../../shared/http/views/customer-at-desk.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { removeBudget } from '../../shared/run/desk/set-budget.ts';

serve(REMOVE_BUDGET, liveSettings(), async ({ params, caller, request }) => {
  const needs = await live();
  const { customerId, currency } = params;
  const at = await customerAtDesk(customerId, needs);
  const found = asBudget(await needs.people.load(customerId, { kind: 'budget', id: currency }));
  const present = found?.value.isRemoved === true ? undefined : found;
  const stored = guarded(request, present, `budget in ${currency}`);
  if (stored === undefined) throw new ProblemError(404, `There is no budget in ${currency}`);
  const actor = { by: caller.name, at: needs.clock() };
  return { content: { currency, portal: await removeBudget(at, stored, actor, needs) } };
});
