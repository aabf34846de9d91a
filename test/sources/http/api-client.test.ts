import { describe, expect, test } from 'vitest';
import { UnavailableError } from '../../../shared/run/errors.ts';
import { ApiError } from '../../../shared/sources/http/api-error.ts';
import { answering, breaks, clientWithClock, says } from './answering-server.ts';

const ok = says(200, '{"a":1}');
const what = 'read the things';

describe('a client of an API', () => {
  test('sends its token, and ids that belong to one call', async () => {
    await using server = await answering(ok);
    const { client } = clientWithClock();

    const { text } = await client.send({ what, method: 'GET', url: server.url });

    expect(text).toBe('{"a":1}');
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: 'Bearer token-1',
      'ms-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'ms-correlationid': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('waits for as long as a 429 says', async () => {
    await using server = await answering(says(429, '{}', { 'retry-after': '41' }), ok);
    const { client, slept } = clientWithClock();

    await client.send({ what, method: 'GET', url: server.url });

    expect(slept).toEqual([41_000]);
  });

  test('where one call is told to wait, the next one waits, too', async () => {
    await using server = await answering(says(429, '{}', { 'retry-after': '41' }), ok);
    const { client, surroundings } = clientWithClock();

    await client.send({ what, method: 'GET', url: server.url });
    await client.send({ what, method: 'GET', url: server.url });

    expect(surroundings.now()).toEqual(new Date('2026-11-26T02:00:41Z'));
  });

  test('backs off for longer after every 503', async () => {
    await using server = await answering(says(503, ''), says(503, ''), says(503, ''), ok);
    const { client, slept } = clientWithClock();

    await client.send({ what, method: 'GET', url: server.url });

    expect(slept).toEqual([750, 1_500, 3_000]);
  });

  test('gives up after six attempts, and says what it met', async () => {
    await using server = await answering(says(503, '{"description":"under repair"}'));
    const { client } = clientWithClock();

    const sent = client.send({ what, method: 'GET', url: server.url });

    await expect(sent).rejects.toThrow(
      new UnavailableError(
        'Cannot read the things because of the answer 503 (under repair): try again later',
      ),
    );
    expect(server.requests).toHaveLength(6);
  });

  test('does not wait for an hour inside one message', async () => {
    await using server = await answering(says(429, '{}', { 'retry-after': '3600' }));
    const { client, slept } = clientWithClock();

    await expect(client.send({ what, method: 'GET', url: server.url })).rejects.toThrow(
      UnavailableError,
    );
    expect(slept).toEqual([]);
  });

  test('after silence the same request id says that it is the same request', async () => {
    await using server = await answering(breaks, ok, says(500, ''), ok);
    const { client } = clientWithClock();

    await client.send({ what, method: 'PATCH', url: server.url, body: '{}' });
    await client.send({ what, method: 'PATCH', url: server.url, body: '{}' });

    const ids = server.requests.map(({ headers }) => headers['ms-requestid']);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });

  test('a server that says nothing is silence after a while', async () => {
    await using server = await answering(() => {}, ok);
    const { client } = clientWithClock({ timeoutMs: 50 });

    const { text } = await client.send({ what, method: 'GET', url: server.url });

    expect(text).toBe('{"a":1}');
  });

  test('what is tried again, and why, is told before it is waited for', async () => {
    await using server = await answering(
      says(429, '{"message":"Rate limit is exceeded."}', { 'retry-after': '41' }),
      says(503, 'under repair'),
      ok,
    );
    const { client, retries, slept } = clientWithClock();

    await client.send({ what, method: 'GET', url: server.url });

    expect(retries).toEqual([
      { what, because: 'the answer 429 (Rate limit is exceeded.)' },
      { what, because: 'the answer 503 (under repair)' },
    ]);
    expect(slept).toHaveLength(2);
  });

  test('a refused token is renewed once', async () => {
    await using server = await answering(says(401, ''), ok);
    const { client, tokensMade } = clientWithClock();

    await client.send({ what, method: 'GET', url: server.url });

    expect(server.requests[1]?.headers.authorization).toBe('Bearer token-2');
    expect(tokensMade()).toBe(2);
  });

  test('eight calls whose token expired together renew it once', async () => {
    await using server = await answering((request, response) => {
      const isOld = request.headers.authorization === 'Bearer token-1';
      response.writeHead(isOld ? 401 : 200).end('{}');
    });
    const { client, tokensMade } = clientWithClock();

    const calls = Array.from({ length: 8 }, () =>
      client.send({ what, method: 'GET', url: server.url }),
    );
    await Promise.all(calls);

    expect(tokensMade()).toBe(2);
  });

  test('a token that is refused when it is new is an error with the code that was told', async () => {
    await using server = await answering(
      says(401, '{"code":"900421","description":"MFA required"}'),
    );
    const { client, tokensMade } = clientWithClock();

    const sent = client.send({ what, method: 'GET', url: server.url });

    await expect(sent).rejects.toMatchObject({ status: 401, code: '900421' });
    expect(tokensMade()).toBe(2);
  });

  test('a refusal that quotes our token is told without it', async () => {
    await using server = await answering((request, response) =>
      response.writeHead(400).end(`no: ${request.headers.authorization} eyJhbGciOi.J9.x`),
    );
    const { client } = clientWithClock();

    const sent = client.send({ what, method: 'GET', url: server.url });

    await expect(sent).rejects.toThrow(ApiError);
    await expect(sent).rejects.toThrow('400 (no: Bearer … …)');
  });

  test('never more than eight calls are under way', async () => {
    let [underWay, most] = [0, 0];
    await using server = await answering((_request, response) => {
      underWay += 1;
      most = Math.max(most, underWay);
      setTimeout(() => {
        underWay -= 1;
        response.end('{}');
      }, 5);
    });
    const { client } = clientWithClock();

    const calls = Array.from({ length: 40 }, () =>
      client.send({ what, method: 'GET', url: server.url }),
    );
    await Promise.all(calls);

    expect(most).toBe(8);
  });

  test('the call above the ceiling of a minute waits for the next one', async () => {
    await using server = await answering(ok);
    const { client, surroundings } = clientWithClock({ perMinute: 3 });

    for (let call = 0; call < 4; call += 1)
      await client.send({ what, method: 'GET', url: server.url });

    expect(surroundings.now()).toEqual(new Date('2026-11-26T02:01:05Z'));
  });
});
