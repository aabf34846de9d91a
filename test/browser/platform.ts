import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export type Platform = {
  readonly url: string;
  /** Whoever comes from now on is signed in as this person, until they sign out. */
  signIn(name: string, role: string): void;
  stop(): Promise<void>;
};

/**
 * Stands before the app as App Service authentication does: it takes away what a caller says of
 * itself, says who is signed in, and answers below `/.auth/` itself.
 */
export async function startPlatform(app: string): Promise<Platform> {
  let principal: string | undefined;
  const server = createServer((call, response) => {
    if (call.url?.startsWith('/.auth/logout')) {
      principal = undefined;
      response.writeHead(302, { location: '/' }).end();
    } else if (call.url?.startsWith('/.auth/')) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Sign in</title>');
    } else pass(call, response, app, principal);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  return {
    url: `http://localhost:${port}`,
    signIn(name, role) {
      principal = principalOf(name, role);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pass(
  call: IncomingMessage,
  response: ServerResponse,
  app: string,
  principal: string | undefined,
): void {
  const { 'x-ms-client-principal': _, ...headers } = call.headers;
  const passed = request(new URL(call.url ?? '/', app), {
    method: call.method ?? 'GET',
    headers: { ...headers, ...(principal && { 'x-ms-client-principal': principal }) },
  });
  passed.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.destroy());
  call.pipe(passed);
}

/** As the platform writes it: base64 of JSON with the claims of the token. */
const principalOf = (name: string, role: string): string =>
  Buffer.from(
    JSON.stringify({
      auth_typ: 'aad',
      name_typ: 'preferred_username',
      role_typ: 'roles',
      claims: [
        { typ: 'preferred_username', val: name },
        { typ: 'roles', val: role },
      ],
    }),
  ).toString('base64');
