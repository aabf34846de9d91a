import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppFunction } from '../functions.ts';
import { readBody, rpcRequest } from './http-request.ts';
import { writeHttpResponse } from './http-response.ts';
import { findRoute, type HttpFunction, segmentsBelow } from './http-routes.ts';
import { passThrough, streamMetadata } from './http-stream.ts';
import { type Keys, mayCall } from './keys.ts';
import type { RouteParameters } from './routes.ts';

export type HttpApp = {
  readonly routes: readonly HttpFunction[];
  readonly prefix: string;
  readonly keys: Keys;
  /** Where the library serves HTTP itself, if the app asked for that. */
  readonly streamUri: string | undefined;
};

export type Call = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
};

/** Answers one request to a function: 404, 405, 401 without a body, 413, 500, or what it says. */
export async function answerHttp(app: HttpApp, call: Call): Promise<void> {
  const { request, response, url } = call;
  const segments = segmentsBelow(app.prefix, url.pathname);
  const found = segments && findRoute(app.routes, segments, request.method ?? 'GET');
  if (found === undefined || found.kind === 'not-found') return refuse(response, 404);
  if (found.kind === 'wrong-method')
    return refuse(response, 405, { allow: found.allowed.join(', ') });

  const { name, authLevel, run } = found.function;
  if (!mayCall(authLevel, name, givenKey(call), app.keys)) return refuse(response, 401);
  if (app.streamUri === undefined) return answerWhole(call, found.params, run);
  return answerStreamed(call, found.params, run, app.streamUri);
}

export function givenKey({ request, url }: Pick<Call, 'request' | 'url'>): string | undefined {
  const header = request.headers['x-functions-key'];
  return [header].flat()[0] ?? url.searchParams.get('code') ?? undefined;
}

export function refuse(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
): void {
  if (!response.headersSent) response.writeHead(status, { 'content-length': '0', ...headers });
  response.end();
}

async function answerWhole(
  { request, response, url }: Call,
  params: RouteParameters,
  run: AppFunction['run'],
): Promise<void> {
  const body = await readBody(request);
  if (body === undefined) return refuse(response, 413, { connection: 'close' });
  const ended = await run({ data: rpcRequest(request, url, params, body) });
  if (ended.kind === 'failed') return refuse(response, 500);
  writeHttpResponse(response, ended.response.returnValue);
}

async function answerStreamed(
  { request, response, url }: Call,
  params: RouteParameters,
  run: AppFunction['run'],
  streamUri: string,
): Promise<void> {
  const invocationId = randomUUID();
  const giveUp = new AbortController();
  const data = rpcRequest(request, url, params, Buffer.alloc(0));
  const triggerMetadata = streamMetadata(request, params);
  const [ended, passed] = await Promise.all([
    run({ data, triggerMetadata, invocationId }).then((each) => {
      if (each.kind === 'failed') giveUp.abort();
      return each.kind;
    }),
    passThrough(request, response, streamUri, invocationId, giveUp.signal).then(
      () => 'succeeded' as const,
      () => 'failed' as const,
    ),
  ]);
  if (ended === 'succeeded' && passed === 'succeeded') return;
  if (response.headersSent) response.destroy();
  else refuse(response, 500);
}
