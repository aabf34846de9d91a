import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FixtureHost, LOCAL_HTTP, startFixture } from '../fixture-host.ts';

let host: FixtureHost;
beforeAll(async () => {
  host = await startFixture('echo', { http: LOCAL_HTTP });
});
afterAll(() => host.stop());

const call = (path: string, init?: RequestInit) => fetch(`${host.url}${path}`, init);

describe('a route', () => {
  test.each([
    { path: '/api/customers', name: 'customers', params: {} },
    { path: '/API/Customers/', name: 'customers', params: {} },
    { path: '/api/customers/12', name: 'customer', params: { id: '12' } },
    { path: '/api/customers/caf%C3%A9%20x', name: 'customer-by-name', params: { name: 'café x' } },
    { path: '/api/files/a/b.txt', name: 'files', params: { path: 'a/b.txt' } },
    { path: '/api/files', name: 'files', params: {} },
    { path: '/api/unrouted', name: 'unrouted', params: {} },
  ])('$path reaches $name', async ({ path, name, params }) => {
    expect(await (await call(path)).json()).toMatchObject({ name, params });
  });

  test.each([
    { method: 'GET', path: '/customers', status: 404, because: 'the prefix is missing' },
    { method: 'GET', path: '/api/customers/1/2', status: 404, because: 'no route is so long' },
    { method: 'GET', path: '/api/customers/%ff', status: 404, because: 'that is no text' },
    { method: 'POST', path: '/api/files/a', status: 405, because: 'files are only read' },
  ])('$method $path is $status: $because', async ({ method, path, status }) => {
    const response = await call(path, { method });

    expect([response.status, await response.text()]).toEqual([status, '']);
  });

  test('a method that no function takes is told which ones are taken', async () => {
    const response = await call('/api/customers/12', { method: 'PATCH' });

    expect(response.headers.get('allow')).toBe('GET, PUT, DELETE');
  });

  test('the exact route yields to another that takes the method', async () => {
    const response = await call('/api/customers/12', { method: 'DELETE' });

    expect(await response.json()).toMatchObject({ name: 'customer-by-name' });
  });
});

describe('a request', () => {
  test('arrives with query, headers and text', async () => {
    const response = await call('/api/customers?q=a%26b&empty=', {
      method: 'POST',
      headers: { 'x-told': 'yes' },
      body: 'häh?',
    });

    expect(await response.json()).toEqual({
      name: 'customers',
      method: 'POST',
      url: `${host.url}/api/customers?q=a%26b&empty=`,
      params: {},
      query: { q: 'a&b', empty: '' },
      header: 'yes',
      text: 'häh?',
    });
  });

  test('has a key that comes twice joined, as the platform has', async () => {
    expect(await (await call('/api/customers?q=a&q=b')).json()).toMatchObject({
      query: { q: 'a,b' },
    });
  });

  test('of more than 100 MB is refused before it is read', async () => {
    const refused = await new Promise((resolve, reject) => {
      const headers = { 'content-length': 100 * 1024 * 1024 + 1 };
      request(`${host.url}/api/customers`, { method: 'POST', headers })
        .on('response', ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .flushHeaders();
    });

    expect(refused).toBe(413);
  });
});

describe('a response', () => {
  test('of nothing is 204', async () => {
    expect((await call('/api/nothing')).status).toBe(204);
  });

  test('has its status, headers, cookies and text', async () => {
    const response = await call('/api/teapot');

    expect(response.status).toBe(418);
    expect(response.headers.get('x-short')).toBe('stout');
    expect(response.headers.getSetCookie()).toEqual([
      'spout=a%20b; Max-Age=60; SameSite=Strict; HttpOnly',
    ]);
    expect(await response.text()).toBe('tip me over');
  });

  test('keeps bytes as they are', async () => {
    const response = await call('/api/bytes', {
      method: 'POST',
      body: new Uint8Array([0, 255, 10, 13]),
    });

    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([13, 10, 255, 0]));
  });

  test('may be a stream', async () => {
    expect(await (await call('/api/in-pieces')).text()).toBe('one two three');
  });

  test('of a function that throws is 500, and the log says why', async () => {
    const response = await call('/api/fails');

    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(host.entries.at(-1)).toMatchObject({ level: 'error', functionName: 'fails' });
    expect(host.entries.at(-1)?.message).toMatch(/^fails failed after \d+ ms: on purpose$/);
  });
});

describe('a key', () => {
  const level = {
    function: '/api/for-a-key',
    admin: '/api/for-the-master',
    anonymous: '/api/unrouted',
  };
  test.each([
    { key: 'none', function: 401, admin: 401, anonymous: 200 },
    { key: 'wrong', function: 401, admin: 401, anonymous: 200 },
    { key: 'own', function: 200, admin: 401, anonymous: 200 },
    { key: 'other', function: 401, admin: 401, anonymous: 200 },
    { key: 'host', function: 200, admin: 401, anonymous: 200 },
    { key: 'master', function: 200, admin: 200, anonymous: 200 },
  ])('$key opens: function $function, admin $admin', async ({ key, ...expected }) => {
    const { master, host: hostKey, functions } = host.keys;
    const keys: Record<string, string | undefined> = {
      wrong: `${master.slice(0, -1)}~`,
      own: functions['for-a-key'],
      other: functions['for-another'],
      host: hostKey,
      master,
    };
    const headers: Record<string, string> = keys[key] ? { 'x-functions-key': keys[key] } : {};

    expect({
      function: (await call(level.function, { headers })).status,
      admin: (await call(level.admin, { headers })).status,
      anonymous: (await call(level.anonymous, { headers })).status,
    }).toEqual(expected);
  });

  test('may come in the query', async () => {
    expect((await call(`${level.function}?code=${host.keys.functions['for-a-key']}`)).status).toBe(
      200,
    );
  });

  test('that is missing is answered without a word', async () => {
    expect(await (await call(level.function)).text()).toBe('');
  });
});

describe('/admin', () => {
  test('needs the master key', async () => {
    const statuses = [undefined, host.keys.host, host.keys.master].map(async (key) => {
      const headers: Record<string, string> = key ? { 'x-functions-key': key } : {};
      return (await call('/admin/host/status', { headers })).status;
    });

    expect(await Promise.all(statuses)).toEqual([401, 401, 200]);
  });

  test('answers a ping to anyone', async () => {
    expect((await call('/admin/host/ping')).status).toBe(200);
  });

  test('starts no function that HTTP wakes', async () => {
    const headers = { 'x-functions-key': host.keys.master };
    const response = await call('/admin/functions/customers', { method: 'POST', headers });

    expect(response.status).toBe(404);
  });
});
