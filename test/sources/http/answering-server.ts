import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Retry } from '../../../shared/run/retries.ts';
import { apiClient } from '../../../shared/sources/http/api-client.ts';
import { cachedTokens } from '../../../shared/sources/http/cached-tokens.ts';
import { localAllowance } from './local-allowance.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const Address = z.object({ port: z.number() });

/** A server that gives the answers in turn, the last one again and again. */
export async function answering(...answers: readonly Answer[]) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answers[Math.min(requests.length, answers.length) - 1]?.(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = Address.parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/v1/things`,
    requests,
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const says =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

/** The connection breaks without an answer. */
export const breaks: Answer = (request) => request.socket.destroy();

/** A client whose clock moves only when it sleeps. */
export function clientWithClock({ perMinute = 500, timeoutMs = 5_000 } = {}) {
  const slept: number[] = [];
  const retries: Retry[] = [];
  let now = Date.parse('2026-11-26T02:00:00Z');
  let tokens = 0;
  const surroundings = {
    fetch: globalThis.fetch,
    now: () => new Date(now),
    sleep: async (ms: number) => {
      slept.push(ms);
      now += ms;
    },
    random: () => 0.5,
    onRetry: (retry: Retry) => void retries.push(retry),
  };
  const fresh = async () => {
    tokens += 1;
    return { token: `token-${tokens}`, expiresAt: new Date(now + 3_600_000) };
  };
  const client = apiClient({
    tokens: cachedTokens(fresh, surroundings.now),
    allowance: localAllowance(perMinute, surroundings.now),
    surroundings,
    idHeaders: { request: 'ms-requestid', correlation: 'ms-correlationid' },
    timeoutMs,
  });
  return { client, slept, retries, surroundings, tokensMade: () => tokens };
}
