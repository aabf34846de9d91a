import { READ_REPORT } from '../../shared/http/operations/runs.ts';
import { serve } from '../../shared/http/serve.ts';
import { foundRun } from '../../shared/http/views/found-run.ts';
import { reportPart } from '../../shared/http/views/report-part.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(READ_REPORT, liveSettings(), async ({ params, query }) => {
  const needs = await live();
  const run = await foundRun(params.runId, needs.runs);
  return { content: await reportPart(run, query.after, needs) };
});
