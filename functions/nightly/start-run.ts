import { app } from '@azure/functions';
import { live, liveSettings } from '../../shared/live.ts';
import { StartRun, startRun } from '../../shared/run/start-run.ts';

app.timer('start-run', {
  schedule: liveSettings().NIGHTLY_SCHEDULE,
  handler: async (timer) => {
    const needs = await live();
    const due = timer.scheduleStatus?.next;
    await needs.prepare();
    await startRun(StartRun.parse({}), due === undefined ? undefined : new Date(due), needs);
  },
});
