import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

type Finished = { readonly request: ClientRequest; readonly response: IncomingMessage };

const CHANNEL = 'http.client.response.finish';
const MESSAGES = /\/([a-z0-9-]+)\/messages$/;

/**
 * Tells of every message this process puts on a storage queue, by the queue's name and the seconds
 * until it can be seen, so that a queue that has just got work is not left to its next poll.
 * Returns what ends it.
 */
export function onEnqueued(tell: (queueName: string, inSeconds: number) => void): () => void {
  const listen = (message: unknown): void => {
    if (!isFinished(message) || message.request.method !== 'POST') return;
    if (message.response.statusCode !== 201) return;
    const { pathname, searchParams } = new URL(message.request.path, 'http://storage');
    const queueName = MESSAGES.exec(pathname)?.[1];
    if (queueName !== undefined) tell(queueName, Number(searchParams.get('visibilitytimeout')));
  };
  subscribe(CHANNEL, listen);
  return () => unsubscribe(CHANNEL, listen);
}

const isFinished = (message: unknown): message is Finished =>
  typeof message === 'object' && message !== null && 'request' in message && 'response' in message;
