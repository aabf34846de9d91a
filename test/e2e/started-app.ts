import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { newState, start } from './nightly.ts';

const Status = z.object({ status: z.string() });
const Started = z.object({ id: z.string() });
const Runs = z.object({ runs: z.array(Started) });

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
};

export type StartedApp = Awaited<ReturnType<typeof startedApp>>;

/** The app on this machine, as its API is called. To be stopped. */
export async function startedApp(environment: Record<string, string> = {}) {
  const child = start('start', ['--state', newState(), '--port', '0'], environment);
  let url = '';
  let key = '';
  for await (const line of createInterface(child.stdout)) {
    url ||= /(http:\/\/localhost:\d+)/.exec(line)?.[1] ?? '';
    key ||= /(?:x-functions-key: |#key=)([\w-]+)/.exec(line)?.[1] ?? '';
    if (key !== '') break;
  }
  child.stdout.resume();
  child.stderr.resume();

  const call = async (
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> => {
    const response = await fetch(`${url}/api/${path}`, {
      method,
      headers: {
        'x-functions-key': key,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
  };

  const ended = async (id: string, headers: Record<string, string> = {}): Promise<string> => {
    for (;;) {
      const { status } = Status.parse((await call('GET', `runs/${id}`, { headers })).body);
      if (status !== 'pulling' && status !== 'evaluating') return status;
      await sleep(50);
    }
  };

  return {
    url,
    key,
    call,
    ended,
    /** Until no run is under way: the app has started one of its own. */
    async settled(headers: Record<string, string> = {}): Promise<void> {
      const { runs } = Runs.parse((await call('GET', 'runs', { headers })).body);
      for (const { id } of runs) await ended(id, headers);
    },
    /** Starts a run and waits for its end. */
    async run(body: object, headers: Record<string, string> = {}): Promise<string> {
      const { id } = Started.parse((await call('POST', 'runs', { body, headers })).body);
      await ended(id, headers);
      return id;
    },
    stop: () => void child.kill('SIGKILL'),
  };
}
