import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation, Permission } from '../../shared/http/operation.ts';
import { OPERATIONS } from '../../shared/http/operations/all.ts';
import { Problem } from '../../shared/http/shapes/common.ts';
import { NAMED } from './hostile.ts';
import type { Answer } from './sent.ts';
import { type StartedApp, startedApp } from './started-app.ts';

const as = (role: string, name = 'anna@reseller.example'): Record<string, string> => ({
  'x-ms-client-principal': Buffer.from(
    JSON.stringify({
      auth_typ: 'aad',
      name_typ: 'name',
      role_typ: 'roles',
      claims: [
        { typ: 'name', val: name },
        { typ: 'roles', val: role },
      ],
    }),
  ).toString('base64'),
});

const ADMIN = as('Duewatch.Admin');

/** The role that lacks just this permission. */
const TOO_LITTLE: Record<Permission, string> = {
  read: 'Somebody.Else',
  control: 'Duewatch.Reader',
  administer: 'Duewatch.Controller',
};

const pathOf = ({ path }: Operation): string =>
  path.slice('api/'.length).replace(/\{(\w+)\}/g, (_, name: string) => NAMED[name] ?? '');

const writes = OPERATIONS.filter(({ method }) => method !== 'GET');

describe('whoever asks what they may not, or what cannot be read', () => {
  let app: StartedApp;
  beforeAll(async () => {
    app = await startedApp({ PLATFORM_AUTHENTICATION: 'with-key' });
    await app.run({ asOf: '2026-03-17' }, ADMIN);
    await app.settled(ADMIN);
  });
  afterAll(() => app.stop());

  const ask = (
    operation: Operation,
    init: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> => app.call(operation.method, pathOf(operation), init);

  const isProblem = ({ status, body, headers }: Answer): boolean =>
    headers.get('content-type') === 'application/problem+json' &&
    Problem.parse(body).status === status;

  test.each(OPERATIONS)('$id: a wrong key is 401', async (operation) => {
    const { status } = await ask(operation, { headers: { ...ADMIN, 'x-functions-key': 'wrong' } });

    expect(status).toBe(401);
  });

  test.each(OPERATIONS)('$id: nobody who is signed in is 401', async (operation) => {
    const answer = await ask(operation);

    expect(answer.status).toBe(401);
    expect(isProblem(answer)).toBe(true);
  });

  test.each(OPERATIONS)('$id: a role that may not $needs is 403', async (operation) => {
    const answer = await ask(operation, { headers: as(TOO_LITTLE[operation.needs]) });

    expect(answer.status).toBe(403);
    expect(isProblem(answer)).toBe(true);
  });

  test.each(writes)(
    '$id: another site is 403, and so is a browser without the header',
    async (operation) => {
      const [elsewhere, oldBrowser, bare] = await Promise.all([
        ask(operation, {
          headers: { ...ADMIN, 'sec-fetch-site': 'cross-site', 'x-duewatch': '1' },
        }),
        ask(operation, {
          headers: { ...ADMIN, origin: 'https://evil.example', 'x-duewatch': '1' },
        }),
        ask(operation, { headers: { ...ADMIN, cookie: 'AppServiceAuthSession=x' } }),
      ]);

      expect([elsewhere, oldBrowser, bare].map(({ status }) => status)).toEqual([403, 403, 403]);
    },
  );

  test.each(writes)('$id: a body that is no JSON is 415, one too large 413', async (operation) => {
    const text = await ask(operation, {
      body: 'x',
      headers: { ...ADMIN, 'content-type': 'text/plain' },
    });
    const large = await ask(operation, { body: `"${'x'.repeat(300_000)}"`, headers: ADMIN });

    expect([text.status, large.status]).toEqual([415, 413]);
    expect([text, large].every(isProblem)).toBe(true);
  });

  test('what is not there is 404, and a method that is not there 405 with those that are', async () => {
    const nothing = await app.call('GET', 'nothing/at/all', { headers: ADMIN });
    const method = await app.call('PUT', 'portfolio', { headers: ADMIN });

    expect([nothing.status, method.status]).toEqual([404, 405]);
    expect(method.headers.get('allow')).toBe('GET');
    expect([nothing, method].every(isProblem)).toBe(true);
  });

  test('whoever is signed in is in the history by name', async () => {
    const body = { kind: 'hold', from: '2026-03-17', reason: 'asked to <wait>' };
    const headers = { ...as('Duewatch.Controller', 'Bo'), 'if-none-match': '*' };
    await app.call('PUT', 'customers/C-1003/arrangements/h1', { body, headers });

    const { text } = await app.call('GET', 'customers/C-1003/history', { headers: ADMIN });

    expect(text).toContain('"by":"Bo"');
  });
});
