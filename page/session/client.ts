import { language } from '../words/current-language.ts';
import { savedKey } from './key.ts';
import { ProblemError, problemOf } from './problem.ts';

export type Asked = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
};

const early = new Map<string, Promise<Response>>();

/** Asks for what somebody will read in a moment. The first who does gets this answer. */
export function askEarly(path: string): void {
  const answer = call(path);
  answer.catch(() => undefined);
  early.set(path, answer);
}

/** Another person may be asking from now on. */
export const forgetEarly = (): void => early.clear();

/** One call of the API. Throws ProblemError for everything but success. */
export async function call(path: string, asked: Asked = {}): Promise<Response> {
  const known = early.get(path);
  early.delete(path);
  if (known !== undefined) return known;
  const response = await send(path, asked);
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function send(
  path: string,
  { method = 'GET', body, headers, signal }: Asked,
): Promise<Response> {
  const key = savedKey();
  const init: RequestInit = {
    method,
    headers: {
      accept: 'application/json',
      'accept-language': language(),
      ...(method !== 'GET' && { 'x-duewatch': '1' }),
      ...(key !== null && { 'x-functions-key': key }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    cache: 'no-store',
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  };
  try {
    return await fetch(`/api/${path}`, init);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError(0, '');
  }
}
