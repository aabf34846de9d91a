import { app } from '@azure/functions';
import { endpoint, input } from '../../shared/http/endpoint.ts';
import { live } from '../../shared/live.ts';
import { RunId } from '../../shared/run/run.ts';

app.http('read-run', {
  methods: ['GET'],
  route: 'api/runs/{runId}',
  authLevel: 'function',
  handler: endpoint(async (request) => {
    const id = input(RunId, request.params['runId']);
    const run = (await (await live()).runs.load(id))?.value;
    if (run === undefined) return { status: 404 };
    const { policyText: _, sources: __, ...shown } = run;
    return { jsonBody: shown };
  }),
});
