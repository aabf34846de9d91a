import { CANCEL_RUN } from '../../shared/http/operations/runs.ts';
import { serve } from '../../shared/http/serve.ts';
import { foundRun } from '../../shared/http/views/found-run.ts';
import { runWithProgress } from '../../shared/http/views/run-row.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { cancelRun } from '../../shared/run/cancel-run.ts';
import { sourcesOf } from '../../shared/run/desk/shown-night.ts';

serve(CANCEL_RUN, liveSettings(), async ({ params: { runId }, caller, language }) => {
  const needs = await live();
  await cancelRun(runId, caller.name, needs);
  const run = await foundRun(runId, needs.runs);
  return { content: runWithProgress(run, await sourcesOf(runId, needs.runs), language) };
});
