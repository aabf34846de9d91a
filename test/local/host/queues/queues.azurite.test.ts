import { setTimeout as sleep } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HostOptions } from '../../../../local/host/host.ts';
import type { Storage } from '../../../../local/storage/start-storage.ts';
import { type FixtureHost, startFixture } from '../fixture-host.ts';
import { temporaryStorage } from '../temporary-storage.ts';

let storage: Storage;
let service: QueueServiceClient;
let host: FixtureHost;

beforeAll(async () => {
  storage = await temporaryStorage();
  service = QueueServiceClient.fromConnectionString(storage.connectionString);
});
afterAll(() => storage.stop());
beforeEach(() => start());
afterEach(async () => {
  vi.useRealTimers();
  await host.stop();
  for await (const { name } of service.listQueues()) await queue(name).clearMessages();
});

const queue = (name: string) => service.getQueueClient(name);

async function start(settings: Record<string, string> = {}, options: Partial<HostOptions> = {}) {
  const environment = { WORK_QUEUE: 'work', ...settings };
  const { connectionString } = storage;
  host = await startFixture('worker', { connectionString, environment, ...options });
}

async function restart(settings: Record<string, string>, options: Partial<HostOptions> = {}) {
  await host.stop();
  await start(settings, options);
}

const send = (entry: unknown) => sendText(JSON.stringify(entry));
const sendText = (text: string) => queue('work').sendMessage(Buffer.from(text).toString('base64'));

async function messagesIn(name: string): Promise<string[]> {
  await queue(name).createIfNotExists();
  const { peekedMessageItems } = await queue(name).peekMessages({ numberOfMessages: 32 });
  return peekedMessageItems.map(({ messageText }) => Buffer.from(messageText, 'base64').toString());
}

const said = (name: string): Record<string, unknown>[] =>
  host
    .said()
    .filter((text) => text.startsWith(`${name} `))
    .map((text) => JSON.parse(text.slice(name.length + 1)));

describe('a message', () => {
  test('reaches its function with what is known about it, and is then deleted', async () => {
    await send({ customer: 'c1' });
    await host.hears('done');
    await host.idle();

    expect(said('work')).toEqual([
      {
        entry: { customer: 'c1' },
        queueTrigger: { customer: 'c1' },
        dequeueCount: 1,
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        popReceipt: expect.any(String),
        insertionTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\+00:00$/),
        expirationTime: expect.stringMatching(/\+00:00$/),
        nextVisibleTime: expect.stringMatching(/\+00:00$/),
      },
    ]);
  });

  test.each([
    { text: '12345678901234567890', entry: 12345678901234567000, because: 'digits are a number' },
    { text: 'true', entry: true, because: 'true is a boolean' },
    { text: 'plain words', entry: 'plain words', because: 'the rest stays text' },
  ])('of $text arrives as $entry: $because', async ({ text, entry }) => {
    await sendText(text);
    await host.hears('done');

    expect(said('work')[0]?.['entry']).toBe(entry);
  });

  test('is picked up at once when this process sent it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await restart({});
    await sleep(300);

    await send({ soon: true });
    // The poll that is due comes 200 ms after the one before, on a clock that has stood still.
    await vi.advanceTimersByTimeAsync(100);

    await host.hears('done');
  });

  test('that fails comes again with a higher count until it is done', async () => {
    await send({ failUntil: 3 });
    await host.hears('done');
    await host.idle();

    expect(said('work').map(({ dequeueCount }) => dequeueCount)).toEqual([1, 2, 3]);
    expect(await messagesIn('work-poison')).toEqual([]);
  });

  test('that fails maxDequeueCount times goes to the poison queue as it was', async () => {
    await send({ failUntil: 99, text: 'ä' });
    await host.hears('moved to work-poison because it failed 3 times');
    await host.idle();

    expect(said('work')).toHaveLength(3);
    expect(await messagesIn('work-poison')).toEqual(['{"failUntil":99,"text":"ä"}']);
  });

  test('that was received too often before goes there without running', async () => {
    await host.stop();
    await send({ crashed: 'host' });
    for (let times = 0; times < 3; times++) {
      const [message] = (await queue('work').receiveMessages()).receivedMessageItems;
      await queue('work').updateMessage(
        message?.messageId ?? '',
        message?.popReceipt ?? '',
        undefined,
        0,
      );
    }

    await start();
    await host.hears('moved to work-poison because it was received too often');

    expect(said('work')).toEqual([]);
  });

  test('whose text is not base64 goes there without running', async () => {
    await queue('work').sendMessage('not base64!');
    await host.hears('moved to work-poison because its text is not base64');

    expect(said('work')).toEqual([]);
  });

  test('that failed waits for visibilityTimeout', async () => {
    await restart({ AzureFunctionsJobHost__extensions__queues__visibilityTimeout: '00:00:01' });

    await send({ failUntil: 2 });
    await host.hears('work failed');
    const failedAt = performance.now();
    await host.hears('done');

    expect(performance.now() - failedAt).toBeGreaterThan(900);
  });

  test('is kept from others for as long as its function runs', async () => {
    await restart({}, { leaseSeconds: 2 });

    await send({ waitMs: 3_000 });
    await host.hears('done');
    await host.idle();

    expect(said('work')).toHaveLength(1);
  });

  test('in a poison queue that fails stays there unseen, and makes no further poison', async () => {
    await queue('results-poison').sendMessage(Buffer.from('"lost"').toString('base64'));
    await host.hears('mourn failed');
    await sleep(300);

    expect(said('mourn')).toHaveLength(1);
    expect((await queue('results-poison').getProperties()).approximateMessagesCount).toBe(1);
  });
});

test('no more run at a time than batchSize and newBatchThreshold together', async () => {
  for (let index = 0; index < 20; index++) await send({ waitMs: 300 + 300 * (index % 4), index });
  await host.idle();

  let [running, most] = [0, 0];
  for (const text of host.said()) {
    running += text.startsWith('work ') ? 1 : -1;
    most = Math.max(most, running);
  }
  expect(running).toBe(0);
  expect(most).toBeGreaterThan(4);
  expect(most).toBeLessThanOrEqual(6);
});

describe('outputs', () => {
  test('an array becomes several messages, and a return value one', async () => {
    await send({ results: ['a', { b: 1 }] });
    await host.hears('results {"entry":{"b":1}');
    await host.idle();

    expect((await messagesIn('returned')).toSorted()).toEqual(['got "a"', 'got {"b":1}']);
  });

  test('rows are created, and a row that exists fails the function', async () => {
    await send({ rows: [{ RowKey: 'r1', amount: 3 }, { RowKey: 'r2' }] });
    await host.hears('done');
    await host.idle();
    await send({ rows: { RowKey: 'r1' } });
    await host.hears('moved to work-poison');

    const rows = TableClient.fromConnectionString(storage.connectionString, 'Rows', {
      allowInsecureConnection: true,
    });
    expect(await rows.getEntity('worked', 'r1')).toMatchObject({ amount: 3 });
  });
});

test('stop waits for what runs and gives back what it has not begun', async () => {
  await send({ waitMs: 500 });
  await host.hears('work {');

  await host.stop();

  expect(host.said().at(-1)).toContain('done');
  expect((await queue('work').getProperties()).approximateMessagesCount).toBe(0);
});

test('a queue function can be run by name', async () => {
  expect(await host.run('results', { by: 'hand' })).toMatchObject({
    kind: 'succeeded',
    result: 'got {"by":"hand"}',
  });
});

test('the setting of the connection may leave out its AzureWebJobs', () => {
  expect(host.functionNames).toContain('mourn'); // its connection is `Storage`
});
