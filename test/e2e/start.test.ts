import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newState, outbox, start } from './nightly.ts';

const Started = z.object({ id: z.string() });

const ShownRun = z.object({
  status: z.string(),
  evaluated: z.int(),
  failed: z.int(),
  totals: z.object({ emails: z.int() }).nullable(),
});

describe('npm start', () => {
  const state = newState();
  const child = start('start', ['--state', state, '--port', '0']);
  let url = '';
  let key = '';
  let first = '';
  beforeAll(async () => {
    for await (const line of createInterface(child.stdout)) {
      url ||= /Duewatch runs on (http:\S+);/.exec(line)?.[1] ?? '';
      key ||= /x-functions-key: (\S+)"/.exec(line)?.[1] ?? '';
      first ||= /first night runs now: (\S+);/.exec(line)?.[1] ?? '';
      if (first !== '') break;
    }
    child.stderr.resume();
  });
  afterAll(() => child.kill('SIGKILL'));

  const call = (path: string, init: RequestInit = {}, withKey = key): Promise<Response> =>
    fetch(`${url}/api/${path}`, {
      ...init,
      headers: { 'x-functions-key': withKey, 'content-type': 'application/json' },
    });

  test.each([
    { path: 'runs', init: { method: 'POST' }, withKey: '', status: 401 },
    { path: 'runs', init: { method: 'POST' }, withKey: 'wrong', status: 401 },
    { path: 'runs', init: { method: 'POST', body: '{' }, status: 400 },
    { path: 'runs', init: { method: 'POST', body: '{"asOf":"2026-02-30"}' }, status: 400 },
    { path: 'runs', init: { method: 'POST', body: '{"unknown":1}' }, status: 400 },
    { path: 'runs', init: { method: 'DELETE' }, status: 405 },
    { path: 'runs/2026-03-17.20260317T020000Z', init: {}, status: 404 },
    { path: 'runs/not-a-run', init: {}, status: 400 },
    { path: 'nothing', init: {}, status: 404 },
  ])('$init.method $path with key "$withKey" answers $status', async (each) => {
    const { status } = await call(each.path, each.init, each.withKey);

    expect(status).toBe(each.status);
  });

  const runOf = async (answer: Promise<Response>) => ShownRun.parse(await (await answer).json());

  const followed = async (id: string) => {
    let run = await runOf(call(`runs/${id}`));
    while (run.status === 'pulling' || run.status === 'evaluating') {
      await sleep(50);
      run = await runOf(call(`runs/${id}`));
    }
    return run;
  };

  test('the first night over the folder runs by itself', async () => {
    const run = await followed(first);

    expect(run).toMatchObject({ status: 'completed', evaluated: 28, failed: 0 });
    while (outbox(state).size < (run.totals?.emails ?? 0)) await sleep(50);
    expect(outbox(state).size).toBe(run.totals?.emails ?? 0);
  });

  test('an admin starts the next night over HTTP, twice the same, and follows it', async () => {
    const body = JSON.stringify({ asOf: '2026-03-18' });

    const started = await call('runs', { method: 'POST', body });
    const { id } = Started.parse(await started.json());
    const again = await call('runs', { method: 'POST', body });
    const run = await followed(id);

    expect(started.status).toBe(202);
    expect(started.headers.get('location')).toBe(`/api/runs/${id}`);
    expect(await again.json()).toEqual({ id });
    expect(run).toMatchObject({ status: 'completed', evaluated: 28, failed: 0 });
  });

  test('the page is at the root, for anybody: there is nothing of anybody in it', async () => {
    const answer = await fetch(url);

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<title>Duewatch</title>');
  });

  test('ends cleanly when it is told to', async () => {
    const ended = once(child, 'exit');

    child.kill('SIGTERM');

    expect(await ended).toEqual([0, null]);
  });
});
