import { READ_DUNNING } from '../../shared/http/operations/desk.ts';
import { serve } from '../../shared/http/serve.ts';
import { nightOfDay } from '../../shared/http/views/night-of-day.ts';
import { rowSaidIn } from '../../shared/http/views/said-in.ts';
import { live, liveSettings } from '../../shared/live.ts';

serve(READ_DUNNING, liveSettings(), async ({ query, language }) => {
  const night = await nightOfDay(query.asOf, await live());
  if (night === undefined) return { content: { asOf: null, ladder: [], movements: [], moved: 0 } };
  const { ladder, movements, moved } = night.portfolio;
  const said = movements.map((each) => rowSaidIn(each, language));
  return { content: { asOf: night.run.asOf, ladder, movements: said, moved } };
});
