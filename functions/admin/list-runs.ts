import { LIST_RUNS } from '../../shared/http/operations/runs.ts';
import { serve } from '../../shared/http/serve.ts';
import { runList } from '../../shared/http/views/run-list.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(LIST_RUNS, liveSettings(), async ({ query }) => ({
  content: await runList(query.after, (await live()).runs),
}));
