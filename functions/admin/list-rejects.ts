import { LIST_REJECTS } from '../../shared/http/operations/runs.ts';
import { serve } from '../../shared/http/serve.ts';
import { foundRun } from '../../shared/http/views/found-run.ts';
import { rejectList } from '../../shared/http/views/run-list.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(LIST_REJECTS, liveSettings(), async ({ params, query, language }) => {
  const { runs } = await live();
  const { id } = await foundRun(params.runId, runs);
  return { content: await rejectList(id, query.after, language, runs) };
});
