import { READ_AGING } from '../../shared/http/operations/desk.ts';
import { serve } from '../../shared/http/serve.ts';
import { agingAnswer, agingCsv } from '../../shared/http/views/aging-answer.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(READ_AGING, liveSettings(), async ({ query, request }) => {
  const needs = await live();
  return /\btext\/csv\b/i.test(request.headers.get('accept') ?? '')
    ? agingCsv(query.asOf, needs)
    : { content: await agingAnswer(query, needs) };
});
