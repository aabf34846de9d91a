import { READ_PORTFOLIO } from '../../shared/http/operations/desk.ts';
import { serve } from '../../shared/http/serve.ts';
import { portfolioAnswer } from '../../shared/http/views/portfolio-answer.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(READ_PORTFOLIO, liveSettings(), async ({ language }) => ({
  content: await portfolioAnswer(language, await live()),
}));
