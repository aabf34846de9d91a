import { PREVIEW_POLICY } from '../../shared/http/operations/policy.ts';
import { serve } from '../../shared/http/serve.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { shownNight } from '../../shared/run/desk/shown-night.ts';
import { startRun } from '../../shared/run/start-run.ts';

serve(PREVIEW_POLICY, liveSettings(), async ({ body, caller }) => {
  const needs = await live();
  await needs.prepare();
  const asOf = body.asOf ?? (await shownNight(undefined, needs))?.run.asOf;
  const wanted = { dryRun: true, draft: body.text, requestedBy: caller.name };
  const { id } = await startRun({ ...wanted, ...(asOf && { asOf }) }, undefined, needs);
  return { headers: { location: `/api/runs/${id}` }, content: { id } };
});
