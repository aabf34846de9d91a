import type { INetworkModule } from '@azure/msal-node';
import { UnavailableError } from '../../run/errors.ts';
import { silenceText } from '../http/silence-text.ts';
import type { Surroundings } from '../http/surroundings.ts';
import { backOffMs } from '../http/wait-before-retry.ts';

const WHAT = 'sign in to Partner Center';
const ATTEMPTS = 4;
const TIMEOUT_MS = 30_000;

type Sent = Parameters<INetworkModule['sendPostRequestAsync']>[1];

/** The library hides why it could not reach the sign-in, which is all that matters then. */
export type LoginNetwork = INetworkModule & { readonly failure: UnavailableError | undefined };

/** How the sign-in library reaches a cloud's sign-in, or what stands in for it at `loginUrl`. */
export function loginNetwork(
  cloudUrl: string,
  loginUrl: string,
  { fetch, sleep, random, onRetry }: Surroundings,
): LoginNetwork {
  let failure: UnavailableError | undefined;
  const placeOf = (url: string): string => url.replace(cloudUrl, loginUrl);

  async function answer(method: 'GET' | 'POST', url: string, sent: Sent) {
    const response = await fetch(placeOf(url), {
      method,
      ...(sent?.headers !== undefined && { headers: sent.headers }),
      ...(sent?.body !== undefined && { body: sent.body }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 429 || response.status >= 500)
      throw new BadAnswer(`the answer ${response.status}`);
    const headers = Object.fromEntries(response.headers);
    return { headers, body: parsed(await response.text()), status: response.status };
  }

  async function send(method: 'GET' | 'POST', url: string, sent: Sent) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await answer(method, url, sent);
      } catch (error) {
        const because = reasonOf(error, placeOf(url));
        if (attempt === ATTEMPTS) {
          failure = new UnavailableError(`Cannot ${WHAT} because of ${because}: try again later`);
          throw failure;
        }
        onRetry({ what: WHAT, because });
        await sleep(backOffMs(attempt - 1, random));
      }
    }
  }

  return {
    get failure() {
      return failure;
    },
    sendGetRequestAsync: (url, sent) => send('GET', url, sent),
    sendPostRequestAsync: (url, sent) => send('POST', url, sent),
  };
}

class BadAnswer extends Error {}

/** What is no JSON is not shown: half an answer holds half of a token. */
function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadAnswer('an answer that is no JSON');
  }
}

const reasonOf = (error: unknown, url: string): string =>
  error instanceof BadAnswer
    ? `${error.message} from ${new URL(url).host}`
    : silenceText(error, url, TIMEOUT_MS);
