import { READ_HISTORY } from '../../shared/http/operations/customers.ts';
import { serve } from '../../shared/http/serve.ts';
import { customerAtDesk } from '../../shared/http/views/customer-at-desk.ts';
import { historyAnswer } from '../../shared/http/views/history-answer.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(READ_HISTORY, liveSettings(), async ({ params: { customerId }, query, language }) => {
  const needs = await live();
  const { today } = await customerAtDesk(customerId, needs);
  return { content: await historyAnswer(customerId, today, query.after, language, needs.people) };
});
