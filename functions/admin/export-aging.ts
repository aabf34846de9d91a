import { EXPORT_AGING } from '../../shared/http/operations/desk.ts';
import { serve } from '../../shared/http/serve.ts';
import { agingCsv } from '../../shared/http/views/aging-answer.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(EXPORT_AGING, liveSettings(), async ({ query }) => agingCsv(query.asOf, await live()));
