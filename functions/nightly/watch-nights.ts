import { app } from '@azure/functions';
import { live, liveSettings } from '../../shared/live.ts';
import { forgetNights } from '../../shared/run/forget-nights.ts';
import { watchNights } from '../../shared/run/watch-nights.ts';

app.timer('watch-nights', {
  schedule: liveSettings().WATCH_SCHEDULE,
  handler: async () => {
    const needs = await live();
    await needs.prepare();
    await watchNights(needs);
    await forgetNights(needs);
  },
});
