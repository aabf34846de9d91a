import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { HostError, reason } from '../host-error.ts';
import type { Log } from '../log-entry.ts';
import type { WorkInFlight } from '../work-in-flight.ts';
import { type AdminApp, answerAdmin } from './answer-admin.ts';
import { answerHttp, type HttpApp, refuse } from './answer-http.ts';
import { requestUrl } from './http-request.ts';

export type StartHttp = {
  readonly host: string;
  readonly port: number;
  readonly app: HttpApp;
  readonly admin: AdminApp;
  readonly work: WorkInFlight;
  readonly log: Log;
};

export type RunningHttp = {
  readonly url: string;
  /** Takes no further request; those under way go on. */
  stop(): void;
  closeConnections(): void;
};

export async function startHttp(starting: StartHttp): Promise<RunningHttp> {
  const { host, work } = starting;
  const server = createServer((request, response) => {
    void work.track(answer(starting, request, response));
  });
  server.listen(starting.port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw cannotListen(starting, error);
  }
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : starting.port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    stop: () => void server.close(),
    closeConnections: () => server.closeAllConnections(),
  };
}

async function answer(
  { app, admin, log }: StartHttp,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const url = requestUrl(request);
    if (url === undefined) refuse(response, 400);
    else if (/^\/admin(?:\/|$)/i.test(url.pathname))
      await answerAdmin(admin, { request, response, url });
    else await answerHttp(app, { request, response, url });
  } catch (error) {
    const message = `Cannot answer ${request.method} because ${reason(error)}`;
    log({ level: 'error', category: 'host', message, error });
    refuse(response, 500);
  }
}

const cannotListen = ({ host, port }: StartHttp, error: unknown): HostError => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const because = isTaken ? 'another program uses it' : reason(error);
  return new HostError(
    `Cannot listen on port ${port} of ${host} because ${because}: stop that program or choose another port`,
    { cause: error },
  );
};
