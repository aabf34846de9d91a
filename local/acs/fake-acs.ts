import { randomBytes, randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { isSigned } from './verify-signature.ts';

const Recipients = z.array(z.object({ address: z.string(), displayName: z.string().optional() }));

export const AcsMessage = z.object({
  senderAddress: z.string(),
  content: z.object({ subject: z.string(), plainText: z.string(), html: z.string() }),
  recipients: z.object({ to: Recipients, bcc: Recipients.optional() }),
  attachments: z
    .array(
      z.object({
        name: z.string(),
        contentType: z.string(),
        contentInBase64: z.base64(),
        contentId: z.string().optional(),
      }),
    )
    .optional(),
  replyTo: Recipients.optional(),
  headers: z.record(z.string(), z.string()).optional(),
  userEngagementTrackingDisabled: z.boolean().optional(),
});
export type AcsMessage = z.infer<typeof AcsMessage>;

/**
 * What goes wrong with the next request to send: `drop after` takes the e-mail and breaks the
 * connection, `silent` keeps it open and never answers.
 */
export type AcsFault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly retryAfterSeconds?: number;
    }
  | { readonly kind: 'drop before' | 'drop after' | 'drop status' | 'silent' };

export type AcsSend = { readonly operationId: string; readonly message: AcsMessage };

export type FakeAcs = {
  readonly connectionString: string;
  readonly endpoint: string;
  /** Faults of the requests to come, one each; then all goes well. */
  readonly faults: AcsFault[];
  /** Senders that are linked; all others are refused. Undefined: every sender is. */
  senders: readonly string[] | undefined;
  readonly suppressed: Set<string>;
  /** What was taken, once per operation id. */
  readonly taken: Map<string, AcsSend>;
  /** Every request to send, in order, however it ended. */
  readonly requests: string[];
  /** Called for each e-mail that is taken; a Retry-After in seconds refuses it. */
  limit: () => number | undefined;
  stop(): Promise<void>;
};

/** The e-mail endpoint of Azure Communication Services, on this machine, with its worst days. */
export async function startFakeAcs(): Promise<FakeAcs> {
  const accessKey = randomBytes(32).toString('base64');
  const server = createServer((request, response) => {
    respond(request, response, fake, accessKey).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${portOf(server.address())}`;
  const fake: FakeAcs = {
    connectionString: `endpoint=${endpoint};accesskey=${accessKey}`,
    endpoint,
    faults: [],
    senders: undefined,
    suppressed: new Set(),
    taken: new Map(),
    requests: [],
    limit: () => undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('Cannot find the port of the fake because it does not listen');
}

type Answer =
  | { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> }
  | 'drop'
  | 'never';

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  fake: FakeAcs,
  accessKey: string,
): Promise<void> {
  const { method = '', url = '', headers } = request;
  const body = await text(request);
  const answer = isSigned({ method, url, headers }, body, accessKey)
    ? answerTo(method, new URL(url, fake.endpoint).pathname, headers, body, fake)
    : problem(401, 'Denied', 'Denied by the resource provider.');
  if (answer === 'never') return;
  if (answer === 'drop') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(JSON.stringify(answer.body));
}

function answerTo(
  method: string,
  path: string,
  headers: IncomingHttpHeaders,
  body: string,
  fake: FakeAcs,
): Answer {
  if (method === 'POST' && path === '/emails:send') return send(headers, body, fake);
  const [, id] = /^\/emails\/operations\/([^/]+)$/.exec(path) ?? [];
  if (method === 'GET' && id !== undefined) return statusOf(id, fake);
  return problem(404, 'NotFound', 'There is nothing here.');
}

function send(headers: IncomingHttpHeaders, body: string, fake: FakeAcs): Answer {
  const operationId = z.uuid().catch(randomUUID()).parse(headers['operation-id']);
  fake.requests.push(operationId);
  const fault = fake.faults[0]?.kind === 'drop status' ? undefined : fake.faults.shift();
  if (fault?.kind === 'silent') return 'never';
  if (fault?.kind === 'drop before') return 'drop';
  if (fault?.kind === 'status')
    return problem(fault.status, fault.code ?? 'Fault', 'As asked.', fault.retryAfterSeconds);

  const message = AcsMessage.safeParse(JSON.parse(body));
  if (!message.success) return problem(400, 'BadRequest', message.error.message);
  if (fake.senders !== undefined && !fake.senders.includes(message.data.senderAddress))
    return problem(404, 'DomainNotLinked', 'The specified sender domain has not been linked.');
  if (!fake.taken.has(operationId)) {
    const retryAfter = fake.limit();
    if (retryAfter !== undefined) return problem(429, 'TooManyRequests', 'Slow down.', retryAfter);
    fake.taken.set(operationId, { operationId, message: message.data });
  }
  if (fault?.kind === 'drop after') return 'drop';
  const location = `${fake.endpoint}/emails/operations/${operationId}?api-version=2025-09-01`;
  const body202 = { id: operationId, status: 'Running' };
  return { status: 202, body: body202, headers: { 'operation-location': location } };
}

function statusOf(id: string, fake: FakeAcs): Answer {
  if (fake.faults[0]?.kind === 'drop status') {
    fake.faults.shift();
    return 'drop';
  }
  const sent = fake.taken.get(id);
  if (sent === undefined) return problem(404, 'NotFound', 'No such operation.');
  const to = sent.message.recipients.to.map(({ address }) => address);
  if (!to.every((address) => fake.suppressed.has(address)))
    return { status: 200, body: { id, status: 'Running' } };
  const error = {
    code: 'EmailDroppedAllRecipientsSuppressed',
    message: 'Message dropped because all recipients were suppressed.',
  };
  return { status: 200, body: { id, status: 'Failed', error } };
}

const problem = (
  status: number,
  code: string,
  message: string,
  retryAfterSeconds?: number,
): Answer => ({
  status,
  body: { error: { code, message } },
  ...(retryAfterSeconds !== undefined && { headers: { 'retry-after': `${retryAfterSeconds}` } }),
});
