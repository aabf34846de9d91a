import type { EmailClient, EmailMessage } from '@azure/communication-email';
import { literalLine, unbrokenLine } from '../../decisions/email/literal-line.ts';
import {
  type EmailTransport,
  type OutgoingEmail,
  TransportClosedError,
} from '../../run/email/email-ports.ts';
import { acsError } from './acs-error.ts';
import { tookBefore } from './acs-operation.ts';
import { addressesOf } from './addresses.ts';

/** Azure Communication Services, by a connection string or by identity. */
export type AcsAccount =
  | { readonly connectionString: string }
  | { readonly endpoint: string; readonly credential: TokenCredential };

type TokenCredential = Exclude<
  ConstructorParameters<typeof EmailClient>[1],
  undefined | { readonly key: string }
>;

export type AcsOptions = {
  /** Event Grid posts delivery reports to us. */
  readonly reportsDelivery: boolean;
  readonly timeoutSeconds?: number;
};

/** Longer than any answer; a lease on an e-mail lasts twice as long. */
const TIMEOUT_SECONDS = 60;

const IMPORTANT = { 'x-priority': '1', 'x-msmail-priority': 'High', importance: 'High' };

/**
 * Sends under our own operation id, which the service takes once. It never waits inside: a 429
 * comes back as when to try again, and what becomes of the e-mail is told by delivery reports.
 */
export function acsTransport(
  account: AcsAccount,
  { reportsDelivery, timeoutSeconds = TIMEOUT_SECONDS }: AcsOptions,
): EmailTransport {
  const taken = new Set<string>();
  let client: Promise<EmailClient> | undefined;
  return {
    reportsDelivery,
    sendSeconds: 2 * timeoutSeconds,
    async send(email) {
      const message = acsMessage(email);
      client ??= acsClient(account, taken);
      const abortSignal = AbortSignal.timeout(1000 * timeoutSeconds);
      try {
        await (await client).beginSend(message, { operationId: email.id, abortSignal });
      } catch (error) {
        const isTaken = taken.has(email.id);
        const known = acsError(error, email.id, { isTaken, timeoutSeconds });
        if (known === undefined) return;
        if (isTaken || known instanceof TransportClosedError) throw known;
        const about = { id: email.id, timeoutSeconds, abortSignal };
        if (!(await tookBefore(error, client, about))) throw known;
      } finally {
        taken.delete(email.id);
      }
    },
  };
}

/** Loaded when the first e-mail leaves: most wake-ups send none. */
async function acsClient(account: AcsAccount, taken: Set<string>): Promise<EmailClient> {
  const { EmailClient } = await import('@azure/communication-email');
  const options = {
    retryOptions: { maxRetries: 0 },
    allowInsecureConnection: true,
    additionalPolicies: [{ policy: noteTaken(taken), position: 'perRetry' as const }],
  };
  return 'connectionString' in account
    ? new EmailClient(account.connectionString, options)
    : new EmailClient(account.endpoint, account.credential, options);
}

type Policy = {
  readonly name: string;
  sendRequest<
    Request extends {
      readonly method: string;
      readonly headers: { get(name: string): string | undefined };
    },
    Response extends { readonly status: number },
  >(request: Request, next: (request: Request) => Promise<Response>): Promise<Response>;
};

/**
 * The client asks for the status right after it has sent, and fails when that fails. What the
 * service answered to the sending itself is what counts.
 */
const noteTaken = (taken: Set<string>): Policy => ({
  name: 'noteTaken',
  async sendRequest(request, next) {
    const response = await next(request);
    const id = request.headers.get('operation-id');
    if (request.method === 'POST' && response.status === 202 && id !== undefined) taken.add(id);
    return response;
  },
});

function acsMessage(email: OutgoingEmail): EmailMessage {
  const { id, from, to, bcc, replyTo, subject, text, html, importance, attachments } = email;
  const [sender] = addressesOf(id, from.address);
  return {
    senderAddress: sender?.address ?? '',
    content: { subject: unbrokenLine(subject), plainText: text, html },
    recipients: {
      to: recipients(id, to),
      ...(bcc !== undefined && { bcc: recipients(id, bcc) }),
    },
    ...(replyTo !== undefined && { replyTo: recipients(id, replyTo) }),
    attachments: attachments.map(({ name, contentType, content, contentId }) => ({
      name: literalLine(name),
      contentType,
      contentInBase64: Buffer.from(content).toString('base64'),
      ...(contentId !== undefined && { contentId }),
    })),
    ...(importance === 'high' && { headers: IMPORTANT }),
    disableUserEngagementTracking: true,
  };
}

const recipients = (id: string, text: string) =>
  addressesOf(id, text).map(({ name, address }) => ({
    address,
    ...(name !== '' && { displayName: name }),
  }));
