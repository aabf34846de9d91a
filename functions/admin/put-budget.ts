import { guarded } from '../../shared/http/guard.ts';
import { PUT_BUDGET } from '../../shared/http/operations/customers.ts';
import { serve } from '../../shared/http/serve.ts';
import { minorUnitsOf } from '../../shared/http/views/arrangement-of.ts';
import { asBudget, savedBudget } from '../../shared/http/views/budget-answer.ts';
import { customerAtDesk } from '../../shared/http/views/customer-at-desk.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { setBudget } from '../../shared/run/desk/set-budget.ts';

serve(PUT_BUDGET, liveSettings(), async ({ params: { customerId }, body, caller, request }) => {
  const needs = await live();
  const { currency, amount, from, reason } = body;
  const at = await customerAtDesk(customerId, needs);
  const found = asBudget(await needs.people.load(customerId, { kind: 'budget', id: currency }));
  const present = found?.value.isRemoved === true ? undefined : found;
  guarded(request, present, `budget in ${currency}`);
  const budget = { minorUnits: minorUnitsOf(amount, currency), currency, ...(from && { from }) };
  const actor = { by: caller.name, at: needs.clock() };
  const saved = await setBudget(at, { budget, reason }, found, actor, needs);
  return savedBudget(saved, present === undefined ? 201 : 200);
});
