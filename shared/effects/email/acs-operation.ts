import type { EmailClient } from '@azure/communication-email';
import { z } from 'zod';
import { acsError } from './acs-error.ts';

/** Of an answer that refuses a request. */
const Refusal = z.object({
  statusCode: z.int().min(400).max(499),
  request: z.object({ url: z.url() }),
});

export type AskedAbout = {
  readonly id: string;
  readonly timeoutSeconds: number;
  readonly abortSignal: AbortSignal;
};

/**
 * Whether the service has an e-mail that it refuses now. What is sent again under the id of an
 * operation that it knows may be answered as a conflict or as a bad request: written to the next
 * contact, the e-mail would arrive twice. Throws where that cannot be told, or where it has failed.
 */
export async function tookBefore(
  refusal: unknown,
  client: Promise<EmailClient>,
  { id, timeoutSeconds, abortSignal }: AskedAbout,
): Promise<boolean> {
  const resumeFrom = operationOf(refusal, id);
  if (resumeFrom === undefined) return false;
  try {
    await (await client).beginSend(NOTHING, { resumeFrom, abortSignal });
    return true;
  } catch (error) {
    if (Refusal.safeParse(error).data?.statusCode === 404) return false;
    throw (
      acsError(error, id, { isTaken: true, timeoutSeconds }) ??
      acsError(error, id, { isTaken: false, timeoutSeconds }) ??
      error
    );
  }
}

/** A poller that is resumed sends nothing; it asks for the status. */
const NOTHING = {
  senderAddress: '',
  content: { subject: '', plainText: '' },
  recipients: { to: [] },
};

/** Where the client's poller finds the operation. */
function operationOf(error: unknown, id: string): string | undefined {
  const refusal = Refusal.safeParse(error).data;
  if (refusal === undefined) return undefined;
  const url = new URL(refusal.request.url);
  url.pathname = url.pathname.replace(/emails:send$/, `emails/operations/${id}`);
  const metadata = { mode: 'OperationLocation' };
  const config = { operationLocation: url.href, metadata };
  return JSON.stringify({ state: { status: 'running', config } });
}
