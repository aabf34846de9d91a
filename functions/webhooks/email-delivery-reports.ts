import { app } from '@azure/functions';
import pMap from 'p-map';
import { deliveryReports, Events, validationCode } from '../../shared/http/delivery-events.ts';
import { endpoint, input } from '../../shared/http/endpoint.ts';
import { readBody } from '../../shared/http/read-body.ts';
import { isKey } from '../../shared/http/shared-key.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { recordDelivery } from '../../shared/run/email/delivery-report.ts';

/** Event Grid sends a megabyte at most. */
const BATCH_BYTES = 1024 * 1024;
/** It waits half a minute for an answer, and a batch may hold thousands. */
const AT_ONCE = 16;

app.http('email-delivery-reports', {
  methods: ['POST', 'OPTIONS'],
  route: 'api/webhooks/email-delivery-reports',
  authLevel: 'anonymous',
  handler: endpoint(async (request) => {
    const sent = request.headers.get('x-duewatch-key') ?? request.query.get('key');
    if (!isKey(sent, liveSettings().DELIVERY_REPORTS_KEY)) return { status: 401 };
    if (request.method === 'OPTIONS')
      return allowedOrigin(request.headers.get('webhook-request-origin'));
    const events = input(Events, await readBody(request, BATCH_BYTES));
    const code = validationCode(events);
    if (code !== undefined) return { jsonBody: { validationResponse: code } };
    const needs = await live();
    const reports = deliveryReports(events, needs.clock());
    await pMap(reports, (report) => recordDelivery(report, needs), { concurrency: AT_ONCE });
    return { status: 200 };
  }),
});

/** The handshake of CloudEvents: we take what that origin sends, as fast as it likes. */
const allowedOrigin = (origin: string | null) => ({
  status: 200,
  headers: {
    allow: 'POST, OPTIONS',
    'webhook-allowed-origin': origin ?? '',
    'webhook-allowed-rate': '*',
  },
});
