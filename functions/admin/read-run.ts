import { READ_RUN } from '../../shared/http/operations/runs.ts';
import { serve } from '../../shared/http/serve.ts';
import { foundRun } from '../../shared/http/views/found-run.ts';
import { runWithProgress } from '../../shared/http/views/run-row.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { sourcesOf } from '../../shared/run/desk/shown-night.ts';

serve(READ_RUN, liveSettings(), async ({ params: { runId }, language }) => {
  const { runs } = await live();
  const run = await foundRun(runId, runs);
  return { content: runWithProgress(run, await sourcesOf(runId, runs), language) };
});
