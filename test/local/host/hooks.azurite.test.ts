import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Storage } from '../../../local/storage/start-storage.ts';
import { type FixtureHost, startFixture } from './fixture-host.ts';
import { temporaryStorage } from './temporary-storage.ts';

let storage: Storage;
let host: FixtureHost;
beforeAll(async () => {
  storage = await temporaryStorage();
  host = await startFixture('hooked', { connectionString: storage.connectionString });
});
afterAll(async () => {
  await host.stop();
  await storage.stop();
});

test.each([
  { entry: 'hello', ends: { kind: 'succeeded', result: 'said hello' }, because: 'no hook minds' },
  {
    entry: 'replace',
    ends: { kind: 'succeeded', result: 'said replaced' },
    because: 'a hook may change the inputs',
  },
  {
    entry: 'wrap',
    ends: { kind: 'succeeded', result: 'wrapped' },
    because: 'a hook may change the handler',
  },
  {
    entry: 'forgiven',
    ends: { kind: 'succeeded', result: null },
    because: 'a hook may take the error away',
  },
  { entry: 'not forgiven', ends: { kind: 'failed' }, because: 'the error stays' },
  {
    entry: 'nothing thrown',
    ends: { kind: 'succeeded', result: null },
    because: 'the worker takes a thrown null for success',
  },
])('$entry ends $ends.kind: $because', async ({ entry, ends }) => {
  expect(await host.run('say', entry)).toMatchObject(ends);
});

test('hooks run in order, share hookData, and see the result', async () => {
  await host.run('say', 'order');

  expect(host.said().at(-1)).toBe('hooked: post appStart,pre said order null');
});

test('appTerminate runs when the host stops', async () => {
  delete process.env['HOOKED_SAID'];
  await host.stop();

  expect(process.env['HOOKED_SAID']).toBe('appTerminate');
});
