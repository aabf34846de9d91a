import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Fault, type Faults, noFaults } from './faults.ts';
import { always, type Latency } from './latency.ts';

export type FakeRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type FakeAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What an API answers; `expireTokens` is told when a fault wants a token to have expired. */
export type FakeApi = {
  answer(request: FakeRequest): FakeAnswer | Promise<FakeAnswer>;
  expireTokens(): void;
  /** Whether faults befall such a call; sign-in and controls may be spared. */
  isSpared(request: FakeRequest): boolean;
};

export type FakeServer = {
  readonly url: string;
  /** Calls of the API, those that failed included. */
  readonly calls: readonly FakeRequest[];
  readonly mostInFlight: number;
  latency: Latency;
  faults: Faults;
  stop(): Promise<void>;
};

const Address = z.object({ port: z.number() });
const BUSY_SECONDS = 1;

/** A service that is not real, over real HTTP: as late and as faulty as it is told to be. */
export async function startFakeServer(api: FakeApi, port = 0): Promise<FakeServer> {
  const calls: FakeRequest[] = [];
  let inFlight = 0;
  const fake = { url: '', calls, mostInFlight: 0, latency: always(0), faults: noFaults };

  async function handle(request: FakeRequest, response: ServerResponse): Promise<void> {
    if (api.isSpared(request)) return send(response, await api.answer(request));
    calls.push(request);
    inFlight += 1;
    fake.mostInFlight = Math.max(fake.mostInFlight, inFlight);
    try {
      const latencyMs = fake.latency.nextMs();
      if (latencyMs > 0) await sleep(latencyMs);
      const fault = fake.faults.next();
      if (fault === 'expired-token') api.expireTokens();
      await befall(fault, response, async () => await api.answer(request));
    } finally {
      inFlight -= 1;
    }
  }

  const server = createServer(async (incoming, response) => {
    const url = new URL(incoming.url ?? '/', fake.url);
    const { method = 'GET', headers } = incoming;
    await handle({ method, url, headers, body: await text(incoming) }, response);
  }).listen(port, 'localhost');
  await Promise.race([once(server, 'listening'), once(server, 'error').then(refuse)]);
  fake.url = `http://localhost:${Address.parse(server.address()).port}`;

  return Object.assign(fake, {
    async stop(): Promise<void> {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  });
}

const refuse = ([error]: unknown[]): never => {
  throw error;
};

function send(response: ServerResponse, { status, headers = {}, body }: FakeAnswer): void {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, ...headers }).end(body);
}

async function befall(
  fault: Fault | undefined,
  response: ServerResponse,
  answer: () => Promise<FakeAnswer>,
): Promise<void> {
  switch (fault) {
    case undefined:
    case 'expired-token':
      return send(response, await answer());
    case 'too-many-requests':
      return send(response, tooManyRequests());
    case 'server-error':
      return send(response, { status: 500, body: '{"code":"9999","description":"Try later."}' });
    case 'gateway-page':
      return send(response, {
        status: 502,
        headers: { 'content-type': 'text/html' },
        body: '<html><body>Bad gateway</body></html>',
      });
    case 'silence':
      // Until the client gives up on it.
      return void (await once(response, 'close'));
    case 'broken-connection':
      return void response.destroy();
    case 'half-an-answer':
      return halfOf(response, await answer());
  }
}

function halfOf(response: ServerResponse, { status, body }: FakeAnswer): void {
  response.writeHead(status, { 'content-length': `${Buffer.byteLength(body) + 1}` });
  response.write(body.slice(0, Math.ceil(body.length / 2)), () => response.destroy());
}

const tooManyRequests = (): FakeAnswer => ({
  status: 429,
  headers: { 'retry-after': `${BUSY_SECONDS}` },
  body: JSON.stringify({
    statusCode: 429,
    message: `Rate limit is exceeded. Try again in ${BUSY_SECONDS} seconds.`,
  }),
});
