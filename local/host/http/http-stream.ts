import { type IncomingMessage, request as openRequest, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { TypedData } from '../core-types.ts';
import { headersOf } from './http-request.ts';
import type { RouteParameters } from './routes.ts';

/**
 * With `enableHttpStream` the library serves HTTP itself, and the host passes requests through to
 * it, marked with the invocation they belong to. Ends when the answer has gone out.
 */
export async function passThrough(
  request: IncomingMessage,
  response: ServerResponse,
  streamUri: string,
  invocationId: string,
  signal: AbortSignal,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const inner = openRequest(new URL(request.url ?? '/', streamUri), {
    method: request.method,
    signal,
    headers: {
      ...request.headers,
      'x-ms-invocation-id': invocationId,
      'x-forwarded-host': request.headers.host ?? 'localhost',
      'x-forwarded-proto': 'http',
    },
  });
  inner.once('response', resolve).once('error', reject);
  pipeline(request, inner, { signal }).catch(reject);
  const answer = await promise;
  response.writeHead(answer.statusCode ?? 500, answer.headers);
  await pipeline(answer, response);
}

/** What the library reads besides the stream itself: every header, and each route parameter. */
export const streamMetadata = (
  request: IncomingMessage,
  params: RouteParameters,
): Record<string, TypedData> => ({
  ...Object.fromEntries(Object.entries(params).map(([name, string]) => [name, { string }])),
  Headers: { json: JSON.stringify(headersOf(request)) },
  Query: { json: '{}' },
});
