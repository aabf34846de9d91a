import { READ_HEALTH } from '../../shared/http/operations/desk.ts';
import { serve } from '../../shared/http/serve.ts';
import { healthAnswer } from '../../shared/http/views/health-answer.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(READ_HEALTH, liveSettings(), async () => ({ content: await healthAnswer(await live()) }));
