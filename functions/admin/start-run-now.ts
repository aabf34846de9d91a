import { app } from '@azure/functions';
import { body, endpoint } from '../../shared/http/endpoint.ts';
import { live } from '../../shared/live.ts';
import { StartRun, startRun } from '../../shared/run/start-run.ts';

app.http('start-run-now', {
  methods: ['POST'],
  route: 'api/runs',
  authLevel: 'function',
  handler: endpoint(async (request) => {
    const wanted = await body(StartRun, request);
    const needs = await live();
    await needs.prepare();
    const { id } = await startRun(wanted, undefined, needs);
    return { status: 202, headers: { location: `/api/runs/${id}` }, jsonBody: { id } };
  }),
});
