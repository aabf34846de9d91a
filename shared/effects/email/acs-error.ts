import { z } from 'zod';
import { EmailRefusedError, TransportClosedError } from '../../run/email/email-ports.ts';

/** What the service's errors have in common: REST errors, failed operations, and the network's. */
const AcsError = z.object({
  name: z.string().catch(''),
  message: z.string(),
  code: z.string().optional().catch(undefined),
  statusCode: z.int().optional().catch(undefined),
  details: z
    .object({ error: z.object({ code: z.string() }) })
    .optional()
    .catch(undefined),
  response: z
    .object({ headers: z.custom<{ get(name: string): string | undefined }>(hasGet) })
    .optional()
    .catch(undefined),
});
type AcsError = z.infer<typeof AcsError>;

function hasGet(headers: unknown): boolean {
  return typeof headers === 'object' && headers !== null && 'get' in headers;
}

/** A person has to change something before any e-mail leaves. */
const FAULT_RETRY_SECONDS = 15 * 60;
const BUSY_RETRY_SECONDS = 60;

/** By the service's code: what the operator has to do about a sender that it does not accept. */
const SENDER_FAULTS: Readonly<Record<string, string>> = {
  DomainNotLinked:
    'the domain of EMAIL_FROM is not linked to the Communication Services resource: verify the domain and connect it',
  DomainNotFound:
    'the domain of EMAIL_FROM is not known to the Communication Services resource: verify the domain and connect it',
  InvalidSenderUserName:
    'EMAIL_FROM is no sender of its domain: add it as a MailFrom address, or name one that is',
  InvalidSenderAddress: 'EMAIL_FROM is no valid sender: name a MailFrom address of the domain',
  SubscriptionBlocked:
    'the subscription is blocked from sending, mostly after too many failed deliveries: ask Azure support',
};

const SUPPRESSED = 'EmailDroppedAllRecipientsSuppressed';

/** What the network says when the address of the service is wrong. */
const NO_HOST = ['ENOTFOUND', 'ERR_INVALID_URL'];

/** The service cannot be reached, or the connection broke off. */
const NETWORK = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'REQUEST_SEND_ERROR',
];

/**
 * The error in our words, without a secret; undefined where the service took the e-mail and only
 * its status could not be read.
 */
export function acsError(
  error: unknown,
  id: string,
  { isTaken, timeoutSeconds }: { readonly isTaken: boolean; readonly timeoutSeconds: number },
): Error | undefined {
  const known = AcsError.safeParse(error).data;
  if (known === undefined || error instanceof EmailRefusedError)
    return error instanceof Error ? error : new Error(String(error));
  const code = codeOf(known);
  if (code === SUPPRESSED)
    return new EmailRefusedError(
      `Cannot send e-mail "${id}" because the mail service suppresses its recipient, whose mailbox returned mail before`,
      'suppressed',
      { cause: error },
    );
  if (isTaken) return operationFailed(known, id);
  return closedBecause(known, code, error) ?? refused(known, code, id, timeoutSeconds, error);
}

function codeOf({ code, details, message }: AcsError): string | undefined {
  if (message.includes(SUPPRESSED)) return SUPPRESSED;
  return details?.error.code ?? code;
}

/** Taken, and failed at once: only that is worth an error. */
function operationFailed({ message }: AcsError, id: string): Error | undefined {
  const [, why] = /operation has failed\.? ?(.*)/s.exec(message) ?? [];
  if (why === undefined) return undefined;
  return new EmailRefusedError(`Cannot send e-mail "${id}" because the mail service says: ${why}`);
}

function closedBecause(
  { statusCode, response }: AcsError,
  code: string | undefined,
  cause: unknown,
): TransportClosedError | undefined {
  const closed = (because: string, retryAfterSeconds: number, isFault: boolean) =>
    new TransportClosedError(
      `Cannot send e-mail through Azure Communication Services because ${because}`,
      { retryAfterSeconds, isFault },
      { cause },
    );
  const senderFault = code === undefined ? undefined : SENDER_FAULTS[code];
  if (senderFault !== undefined) return closed(senderFault, FAULT_RETRY_SECONDS, true);
  if (statusCode === 401 || statusCode === 403)
    return closed(
      'it refuses our key or identity: correct ACS_CONNECTION_STRING, or give the identity the role "Communication and Email Service Owner"',
      FAULT_RETRY_SECONDS,
      true,
    );
  if (code !== undefined && NO_HOST.includes(code))
    return closed(
      'its address is not known: correct the endpoint in ACS_CONNECTION_STRING or ACS_ENDPOINT',
      FAULT_RETRY_SECONDS,
      true,
    );
  const after = Number(response?.headers.get('retry-after'));
  const wait = after > 0 ? after : BUSY_RETRY_SECONDS;
  if (statusCode === 429) return closed('its quota is used up', wait, false);
  if (statusCode === 503) return closed('it is not available', wait, false);
  if (code !== undefined && NETWORK.includes(code))
    return closed(`the connection failed (${code})`, BUSY_RETRY_SECONDS, false);
  return undefined;
}

/** That it took too long, or that the first request is still under way. */
const PASSING = [408, 409];

/** A 4xx is about this e-mail and stays so. Anything else is one try that went wrong. */
function refused(
  { statusCode = 0, message, name }: AcsError,
  code: string | undefined,
  id: string,
  timeoutSeconds: number,
  cause: unknown,
): Error {
  const says = code === undefined ? message : `${code}: ${message}`;
  if (statusCode >= 400 && statusCode < 500 && !PASSING.includes(statusCode))
    return new EmailRefusedError(
      `Cannot send e-mail "${id}" because the mail service refuses it: ${says}`,
      'failed',
      { cause },
    );
  const why = name === 'AbortError' ? `no answer came within ${timeoutSeconds} seconds` : says;
  return new Error(`Cannot send e-mail "${id}" because of the mail service: ${why}`, { cause });
}
