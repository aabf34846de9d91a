import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { onEnqueued } from '../../../../local/host/queues/enqueue-notice.ts';

test('a message that this process has put on a queue is told, with its delay, and nothing else', async () => {
  const service = createServer((asked, answer) => {
    answer.writeHead(asked.url?.includes('full') ? 503 : 201).end();
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  const told: [string, number][] = [];
  const end = onEnqueued((queueName, inSeconds) => told.push([queueName, inSeconds]));

  await send(service, 'POST', '/account/work/messages?timeout=30');
  await send(service, 'POST', '/account/later/messages?visibilitytimeout=7');
  await send(service, 'POST', '/account/full/messages');
  await send(service, 'PUT', '/account/work/messages');
  await send(service, 'POST', '/account/blob/messages.csv');
  end();
  await send(service, 'POST', '/account/work/messages');

  expect(told).toEqual([
    ['work', 0],
    ['later', 7],
  ]);
  service.close();
});

async function send(
  service: ReturnType<typeof createServer>,
  method: string,
  path: string,
): Promise<void> {
  const address = service.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const asked = request({ host: '127.0.0.1', port, method, path }).end();
  const { promise, resolve } = Promise.withResolvers<void>();
  asked.once('response', (answer) => void text(answer).then(() => resolve()));
  await promise;
}
