import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { z } from 'zod';

const STARTED = 'http.client.request.start';
const Started = z.object({ request: z.object({ method: z.string(), path: z.string() }) });

/** Requests by what they ask for; a retry is a request, too. */
export type Requests = {
  readonly all: number;
  readonly messages: number;
};

/**
 * The requests that the storage clients send while something is done: where their pipelines end,
 * at this process's HTTP client, so that no client can be left out.
 */
export async function requestsOf(work: () => Promise<void>): Promise<Requests> {
  let [all, messages] = [0, 0];
  const count = (event: unknown): void => {
    const { method, path } = Started.parse(event).request;
    all += 1;
    if (method === 'POST' && /\/messages(\?|$)/.test(path)) messages += 1;
  };
  subscribe(STARTED, count);
  try {
    await work();
  } finally {
    unsubscribe(STARTED, count);
  }
  return { all, messages };
}
