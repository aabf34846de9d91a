import { READ_CHANGES } from '../../shared/http/operations/runs.ts';
import { serve } from '../../shared/http/serve.ts';
import { foundRun } from '../../shared/http/views/found-run.ts';
import { runRow } from '../../shared/http/views/run-row.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { runChanges } from '../../shared/run/run-changes.ts';

serve(READ_CHANGES, liveSettings(), async ({ params }) => {
  const needs = await live();
  const run = await foundRun(params.runId, needs.runs);
  const { base, ...changes } = await runChanges(run, needs);
  return {
    content: { run: runRow(run), base: base === undefined ? null : runRow(base), ...changes },
  };
});
