import { openapi } from '../../shared/http/openapi.ts';
import { READ_OPENAPI } from '../../shared/http/operations/policy.ts';
import { serve } from '../../shared/http/serve.ts';
import { liveSettings } from '../../shared/live.ts';

serve(READ_OPENAPI, liveSettings(), async () => ({ content: openapi() }));
