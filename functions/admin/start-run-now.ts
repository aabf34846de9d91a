import { START_RUN } from '../../shared/http/operations/runs.ts';
import { serve } from '../../shared/http/serve.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { withDay } from '../../shared/run/desk/with-day.ts';
import { startRun } from '../../shared/run/start-run.ts';

serve(START_RUN, liveSettings(), async ({ body, caller }) => {
  const needs = await live();
  await needs.prepare();
  const wanted = await withDay(body, needs);
  const { id } = await startRun({ ...wanted, requestedBy: caller.name }, undefined, needs);
  return { headers: { location: `/api/runs/${id}` }, content: { id } };
});
