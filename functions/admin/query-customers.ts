import { QUERY_CUSTOMERS } from '../../shared/http/operations/desk.ts';
import { serve } from '../../shared/http/serve.ts';
import { customersAnswer } from '../../shared/http/views/customers-answer.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(QUERY_CUSTOMERS, liveSettings(), async ({ body }) => ({
  content: await customersAnswer(body, await live()),
}));
