import { expect, test } from 'vitest';
import { LOCAL_HTTP, startFixture } from './fixture-host.ts';

test('stop waits for a request that is being answered, and takes no other', async () => {
  const host = await startFixture('echo', { http: LOCAL_HTTP });
  const slow = fetch(`${host.url}/api/slow?ms=300`);
  await host.hears('slow began');

  const stopping = host.stop();

  await expect(fetch(`${host.url}/api/nothing`)).rejects.toThrow('fetch failed');
  expect(await (await slow).text()).toBe('done');
  await stopping;
});

test('stop does not wait for ever, and says what it left', async () => {
  const host = await startFixture('echo', { http: LOCAL_HTTP, stopWithinMs: 100 });
  const slow = fetch(`${host.url}/api/slow?ms=5000`).catch(() => 'cut off');
  await host.hears('slow began');

  await host.stop();

  expect(await slow).toBe('cut off');
  expect(host.entries.at(-1)?.message).toContain('still running after 100 ms');
});
