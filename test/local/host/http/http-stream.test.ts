import { expect, test } from 'vitest';
import { LOCAL_HTTP, startFixture } from '../fixture-host.ts';

test('with enableHttpStream, requests and responses pass through the library as streams', async () => {
  const host = await startFixture('streams', { http: LOCAL_HTTP });

  const response = await fetch(`${host.url}/api/upper/loud?q=a&q=b`, {
    method: 'POST',
    body: 'hello',
  });
  const failed = await fetch(`${host.url}/api/fails`);

  expect(await response.text()).toBe('HELLO');
  expect(response.headers.get('x-query')).toBe('a|b');
  expect(response.headers.get('x-word')).toBe('loud');
  expect(failed.status).toBe(500);
  await host.stop();
});
