import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { HostError } from '../../../local/host/host-error.ts';
import { LOCAL_HTTP, startFixture } from './fixture-host.ts';

describe('startHost', () => {
  test.each([
    { app: 'broken', says: 'Cannot load "functions/broken.js" of the app: a setting is missing' },
    {
      app: 'twice',
      says: 'Cannot load "functions/b.js" of the app: Cannot register the function "same-name" because another has that name: rename one of them',
    },
    { app: 'bad-name', says: 'Cannot register the function "Bad Name" because of its name' },
    { app: 'silent', says: 'because none of its files registers a function' },
    { app: 'missing', says: 'host.json": ENOENT' },
    { app: 'blob', says: 'Cannot run the function "on-blob" on this machine' },
    { app: 'clock', says: 'Cannot resolve "%NIGHTLY%" because that setting is not set' },
    { app: 'admin-route', says: 'because routes that begin with "admin" belong to the host' },
  ])('refuses the app $app and says why', async ({ app, says }) => {
    const starting = startFixture(app, { http: LOCAL_HTTP });

    await expect(starting).rejects.toBeInstanceOf(HostError);
    await expect(starting).rejects.toThrow(says);
  });

  test('a port in use is named', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;

    await expect(startFixture('echo', { http: { host: '127.0.0.1', port } })).rejects.toThrow(
      `Cannot listen on port ${port} of 127.0.0.1 because another program uses it`,
    );

    other.close();
  });

  test('settings are there while the app runs and gone after it stops', async () => {
    const host = await startFixture('echo', { environment: { FIXTURE_SETTING: 'set' } });
    const during = [process.env['FIXTURE_SETTING'], process.env['AzureWebJobsStorage']];
    await host.stop();

    expect(during).toEqual(['set', 'UseDevelopmentStorage=true']);
    expect(process.env['FIXTURE_SETTING']).toBeUndefined();
  });

  test('an app that failed to start leaves no setting behind', async () => {
    await expect(
      startFixture('broken', { environment: { FIXTURE_SETTING: 'set' } }),
    ).rejects.toThrow();

    expect(process.env['FIXTURE_SETTING']).toBeUndefined();
  });

  test('an app can be started again in the same process', async () => {
    await (await startFixture('echo')).stop();

    const again = await startFixture('echo');

    expect(again.functionNames).toContain('customers');
    await again.stop();
  });

  test('a function cannot be registered once the app has started', async () => {
    const host = await startFixture('late', { http: LOCAL_HTTP });

    const { status } = await fetch(`${host.url}/api/register`);

    expect(status).toBe(500);
    expect(host.entries.map(({ message }) => message).join()).toContain(
      'A function can only be registered during app startup.',
    );
    await host.stop();
  });
});
