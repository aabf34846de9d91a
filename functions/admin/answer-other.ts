import { app } from '@azure/functions';
import { endpoint } from '../../shared/http/endpoint.ts';
import { answerOther } from '../../shared/http/other-paths.ts';

app.http('answer-other', {
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  route: 'api/{*path}',
  authLevel: 'anonymous',
  handler: endpoint(async (request) => answerOther(request)),
});
