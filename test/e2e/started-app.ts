import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { asDocumented } from './as-documented.ts';
import { newState, start } from './nightly.ts';
import { type Answer, sent } from './sent.ts';

const Status = z.object({ status: z.string() });
const Started = z.object({ id: z.string() });
const Runs = z.object({ runs: z.array(Started) });

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
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await sent(url, {
      method,
      path: `/api/${path}`,
      body: text,
      headers: {
        'x-functions-key': key,
        ...(text !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    return asDocumented(method, path, answer);
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
