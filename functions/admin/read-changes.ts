import { READ_CHANGES } from '../../shared/http/operations/runs.ts';
import { serve } from '../../shared/http/serve.ts';
import { changesAnswer } from '../../shared/http/views/changes-answer.ts';
import { foundRun } from '../../shared/http/views/found-run.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { runChanges } from '../../shared/run/report/run-changes.ts';

serve(READ_CHANGES, liveSettings(), async ({ params, language }) => {
  const needs = await live();
  const run = await foundRun(params.runId, needs.runs);
  return { content: changesAnswer(run, await runChanges(run, needs), language) };
});
