import { type Call, givenKey, refuse } from './answer-http.ts';
import { readBody } from './http-request.ts';
import { type Keys, mayCall } from './keys.ts';

export type AdminApp = {
  readonly keys: Keys;
  readonly functionNames: readonly string[];
  /** The functions that a caller may start by name: those that no HTTP request wakes. */
  readonly startable: readonly string[];
  start(name: string, input: unknown): void;
};

/** The host's own routes below /admin. All but the ping need the master key. */
export async function answerAdmin(app: AdminApp, call: Call): Promise<void> {
  const { request, response, url } = call;
  const asked = `${request.method} ${url.pathname}`;
  if (asked === 'GET /admin/host/ping') return refuse(response, 200);
  if (!mayCall('admin', '', givenKey(call), app.keys)) return refuse(response, 401);
  if (asked === 'GET /admin/host/status')
    return sendJson(call, { state: 'Running', version: '4.0.0', processUptime: process.uptime() });
  if (asked === 'GET /admin/functions')
    return sendJson(
      call,
      app.functionNames.map((name) => ({ name })),
    );

  const [, name] = /^POST \/admin\/functions\/([^/]+)$/.exec(asked) ?? [];
  if (name === undefined || !app.startable.includes(name)) return refuse(response, 404);
  const body = await readBody(request);
  if (body === undefined) return refuse(response, 413, { connection: 'close' });
  const input = inputOf(body.toString());
  if (input === undefined) return refuse(response, 400);
  // Like the platform, this answers before the function has ended.
  app.start(name, input.input);
  refuse(response, 202);
}

/** `{"input": "…"}`, or nothing at all; undefined for anything else. */
function inputOf(text: string): { readonly input?: unknown } | undefined {
  if (text.trim() === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

function sendJson({ response }: Call, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
