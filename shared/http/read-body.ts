import type { HttpRequest } from '@azure/functions';
import { ProblemError } from './problems.ts';

/** A draft of the policy is the largest thing that anybody sends. */
const BODY_BYTES = 256 * 1024;

/** What was sent as JSON; nothing at all is an empty object. */
export async function readBody(request: HttpRequest, limit = BODY_BYTES): Promise<unknown> {
  const tooLarge = new ProblemError(
    413,
    `Cannot read the request because it is too large: send at most ${limit} bytes`,
  );
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge;
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > limit) throw tooLarge;
  if (bytes.byteLength === 0) return {};
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new ProblemError(
      415,
      'Cannot read the request because it is not said to be JSON: send content-type: application/json',
    );
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ProblemError(400, 'Cannot read the request because it is not JSON', { cause: error });
  }
}
