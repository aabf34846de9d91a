import { app } from '@azure/functions';
import { endpoint } from '../../shared/http/endpoint.ts';
import { openapi } from '../../shared/http/openapi.ts';
import { READ_OPENAPI } from '../../shared/http/operations/policy.ts';

app.http(READ_OPENAPI.id, {
  methods: [READ_OPENAPI.method],
  route: READ_OPENAPI.path,
  authLevel: 'function',
  handler: endpoint(async () => ({ jsonBody: openapi() })),
});
