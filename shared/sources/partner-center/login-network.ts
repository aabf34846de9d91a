import type { INetworkModule } from '@azure/msal-node';
import { UnavailableError } from '../../run/errors.ts';
import type { Surroundings } from '../http/surroundings.ts';
import { backOffMs } from '../http/wait-before-retry.ts';

const ATTEMPTS = 4;
const TIMEOUT_MS = 30_000;

type Sent = Parameters<INetworkModule['sendPostRequestAsync']>[1];

/** How the sign-in library reaches a cloud's sign-in, or what stands in for it at `loginUrl`. */
export function loginNetwork(
  cloudUrl: string,
  loginUrl: string,
  { fetch, sleep, random }: Surroundings,
): INetworkModule {
  async function answer(method: 'GET' | 'POST', url: string, sent: Sent) {
    const response = await fetch(url.replace(cloudUrl, loginUrl), {
      method,
      ...(sent?.headers !== undefined && { headers: sent.headers }),
      ...(sent?.body !== undefined && { body: sent.body }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 429 || response.status >= 500)
      throw new Error(`the answer ${response.status}`);
    const headers = Object.fromEntries(response.headers);
    return { headers, body: JSON.parse(await response.text()), status: response.status };
  }

  async function send(method: 'GET' | 'POST', url: string, sent: Sent) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await answer(method, url, sent);
      } catch (error) {
        if (attempt === ATTEMPTS) throw unavailable(error);
      }
      await sleep(backOffMs(attempt - 1, random));
    }
  }

  return {
    sendGetRequestAsync: (url, sent) => send('GET', url, sent),
    sendPostRequestAsync: (url, sent) => send('POST', url, sent),
  };
}

const unavailable = (error: unknown): UnavailableError =>
  new UnavailableError(
    `Cannot sign in to Partner Center because of ${error instanceof Error ? error.message : 'no answer'}: try again later`,
    { cause: error },
  );
