import { BlobServiceClient, type ContainerClient } from '@azure/storage-blob';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HostOptions } from '../../../../local/host/host.ts';
import type { Storage } from '../../../../local/storage/start-storage.ts';
import { type FixtureHost, LOCAL_HTTP, startFixture } from '../fixture-host.ts';
import { temporaryStorage } from '../temporary-storage.ts';

let storage: Storage;
let container: ContainerClient;
let host: FixtureHost | undefined;

beforeAll(async () => {
  storage = await temporaryStorage();
  container = BlobServiceClient.fromConnectionString(storage.connectionString).getContainerClient(
    'azure-webjobs-hosts',
  );
});
afterAll(() => storage.stop());
beforeEach(async () => void (await container.createIfNotExists()));
afterEach(async () => {
  await host?.stop();
  for await (const { name } of container.listBlobsFlat()) await container.deleteBlob(name);
});

const NIGHTLY = '0 30 2 * * *';

async function start(options: Partial<HostOptions> = {}): Promise<FixtureHost> {
  const { connectionString } = storage;
  const environment = { NIGHTLY };
  host = await startFixture('clock', { connectionString, environment, timers: true, ...options });
  return host;
}

const status = (timer: string) => container.getBlockBlobClient(`timers/clock/${timer}/status`);

const stored = async (timer: string) =>
  JSON.parse((await status(timer).downloadToBuffer()).toString());

async function store(timer: string, value: object): Promise<void> {
  const text = JSON.stringify(value);
  await status(timer).upload(text, text.length);
}

const said = (of: FixtureHost, name: string) =>
  of
    .said()
    .filter((text) => text.startsWith(`${name} `))
    .map((text) => JSON.parse(text.slice(name.length + 1)));

const MISSED = {
  Last: '2026-01-01T02:30:00.100+00:00',
  Next: '2026-01-02T02:30:00+00:00',
  LastUpdated: '2026-01-01T02:30:00.100+00:00',
};

describe('a timer', () => {
  test('that missed nights runs once, for the first it missed', async () => {
    await store('nightly', MISSED);

    const running = await start();
    await running.hears('nightly succeeded');
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect(said(running, 'nightly')).toEqual([
      {
        isPastDue: true,
        schedule: { adjustForDST: true },
        scheduleStatus: {
          last: '2026-01-01T02:30:00.100+00:00',
          next: '2026-01-02T02:30:00+00:00',
          lastUpdated: '2026-01-01T02:30:00.100+00:00',
        },
      },
    ]);
  });

  test('that has run has the next occurrence in store', async () => {
    await store('nightly', MISSED);
    const running = await start();
    await running.hears('nightly succeeded');
    await running.stop();

    const { Last, Next } = await stored('nightly');
    expect(new Date(Next).getTime()).toBeGreaterThan(new Date(Last).getTime());
    expect(Next).toMatch(/T02:30:00\+00:00$/);
  });

  test('that has failed has run: it is not repeated', async () => {
    await store('failing', { ...MISSED, Next: '2026-01-01T03:00:00+00:00' });
    const running = await start();
    await running.hears('failing failed');
    await running.stop();
    const again = await start();

    expect(said(again, 'failing')).toEqual([]);
  });

  test('whose schedule was changed starts anew without a past-due run', async () => {
    await store('nightly', { ...MISSED, Next: '2026-01-02T04:00:00+00:00' });

    const running = await start();

    expect(said(running, 'nightly')).toEqual([]);
    expect(await stored('nightly')).toMatchObject({ Last: '0001-01-01T00:00:00+00:00' });
  });

  test('that has never run is remembered from its first start', async () => {
    await start();

    expect(await stored('nightly')).toMatchObject({
      Last: '0001-01-01T00:00:00+00:00',
      Next: expect.stringMatching(/T02:30:00\+00:00$/),
    });
  });

  test('that fires more than once a minute is not monitored', async () => {
    const running = await start();
    await running.hears('every-second {');

    expect(said(running, 'every-second')[0]).toMatchObject({ scheduleStatus: null });
    expect(await status('every-second').exists()).toBe(false);
  });

  test('that runs on startup does, past due or not', async () => {
    const running = await start();
    await running.hears('at-once {');

    expect(said(running, 'at-once')[0]).toMatchObject({ isPastDue: false });
  });

  test('without a monitor is not remembered', async () => {
    await start();

    expect(await status('unwatched').exists()).toBe(false);
  });
});

test('a retry policy is said to have no effect', async () => {
  const running = await start({ timers: false });

  expect(running.entries).toContainEqual({
    level: 'warning',
    category: 'host',
    message: 'The retry policy of unwatched has no effect on this machine',
    functionName: 'unwatched',
  });
});

test('no timer fires in a host without timers', async () => {
  await store('nightly', MISSED);

  const running = await start({ timers: false });
  await new Promise((resolve) => setTimeout(resolve, 200));

  expect(running.said()).toEqual([]);
});

describe('a run by hand', () => {
  test('is given the stored status, and takes no occurrence', async () => {
    await store('nightly', MISSED);
    const running = await start({ timers: false });

    await running.run('nightly');

    expect(said(running, 'nightly')[0]).toMatchObject({
      isPastDue: false,
      scheduleStatus: { next: '2026-01-02T02:30:00+00:00' },
    });
    expect(await stored('nightly')).toEqual(MISSED);
  });

  test('may name the occurrence it is for', async () => {
    const running = await start({ timers: false });

    await running.run('nightly', { scheduleStatus: { next: '2026-05-01T02:30:00+00:00' } });

    expect(said(running, 'nightly')[0]).toEqual({
      scheduleStatus: { next: '2026-05-01T02:30:00+00:00' },
    });
  });

  test('can be asked for over HTTP with the master key', async () => {
    const running = await start({ timers: false, http: LOCAL_HTTP });
    const url = `${running.url}/admin/functions/nightly`;
    const headers = { 'x-functions-key': running.keys.master, 'content-type': 'application/json' };

    const refused = await fetch(url, { method: 'POST', body: '{}' });
    const taken = await fetch(url, { method: 'POST', headers, body: '{"input":""}' });

    expect([refused.status, taken.status]).toEqual([401, 202]);
    await running.hears('nightly succeeded');
  });
});
