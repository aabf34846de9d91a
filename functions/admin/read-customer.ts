import { READ_CUSTOMER } from '../../shared/http/operations/customers.ts';
import { serve } from '../../shared/http/serve.ts';
import { customerAnswer } from '../../shared/http/views/customer-answer.ts';
import { customerAtDesk } from '../../shared/http/views/customer-at-desk.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';

serve(READ_CUSTOMER, liveSettings(), async ({ params: { customerId }, language }) => {
  const needs = await live();
  const at = await customerAtDesk(customerId, needs);
  const { text, where } = await needs.policyText();
  const [emails, directory] = await Promise.all([
    needs.people.emails(customerId),
    needs.directory.load(customerId),
  ]);
  const entered = { emails, directory };
  return { content: customerAnswer(at, entered, parsePolicy(text, where), language) };
});
