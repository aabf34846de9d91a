import { LIST_EMAILS } from '../../shared/http/operations/emails.ts';
import { serve } from '../../shared/http/serve.ts';
import { emailsAnswer } from '../../shared/http/views/emails-answer.ts';
import { foundRun } from '../../shared/http/views/found-run.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(LIST_EMAILS, liveSettings(), async ({ query }) => {
  const needs = await live();
  const runId = query.runId ?? (await needs.desk.nightOn(undefined));
  if (runId === undefined) return { content: { runId: null, emails: [] } };
  return { content: await emailsAnswer(await foundRun(runId, needs.runs), query, needs) };
});
