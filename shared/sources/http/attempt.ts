import type { ApiAnswer, ApiCall } from './api-call.ts';
import { ApiError } from './api-error.ts';
import { refusalOf } from './refusal.ts';
import { silenceText } from './silence-text.ts';
import type { Surroundings } from './surroundings.ts';
import { retryAfterMs } from './wait-before-retry.ts';

/** What came of sending a call once. */
export type Attempt =
  | { readonly kind: 'answered'; readonly answer: ApiAnswer }
  /** Nothing came back, so that nobody knows whether it was done. */
  | { readonly kind: 'silence'; readonly because: string }
  /** Not now; `waitMs` is what the API says to wait. */
  | { readonly kind: 'busy'; readonly because: string; readonly waitMs: number | undefined }
  | { readonly kind: 'refused'; readonly error: ApiError };

export type SendOnce = {
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string;
  readonly timeoutMs: number;
  readonly surroundings: Surroundings;
};

export async function attemptCall(call: ApiCall, once: SendOnce): Promise<Attempt> {
  const { fetch, now } = once.surroundings;
  let response: Response;
  let text: string;
  try {
    response = await fetch(call.url, {
      method: call.method,
      headers: { ...call.headers, ...once.headers },
      ...(call.body !== undefined && { body: call.body }),
      signal: AbortSignal.timeout(once.timeoutMs),
      redirect: 'error',
    });
    text = await response.text();
  } catch (error) {
    return { kind: 'silence', because: silenceText(error, call.url, once.timeoutMs) };
  }
  if (response.ok) return { kind: 'answered', answer: { headers: response.headers, text } };

  const { status, headers } = response;
  const { requestId } = once;
  const refusal = { status, requestId, ...refusalOf(text) };
  if (!isPassing(status)) return { kind: 'refused', error: new ApiError(call.what, refusal) };
  const because = `the answer ${status} (${refusal.description})`;
  return { kind: 'busy', because, waitMs: retryAfterMs(headers, now()) };
}

const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;
