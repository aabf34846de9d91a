import type { QueueClient, ReceivedMessageItem } from '@azure/storage-queue';
import type { TypedData } from '../core-types.ts';
import { type HeldMessage, holdMessage } from './held-message.ts';
import { decodeMessage } from './message-text.ts';
import { queueTriggerMetadata } from './queue-message.ts';
import type { QueueSettings } from './queue-settings.ts';

export type MessageQueue = {
  readonly queue: QueueClient;
  /** Where messages that failed too often go; a poison queue itself has none. */
  readonly poison: QueueClient | undefined;
  readonly settings: QueueSettings;
  /** Another receiver gets a message this long after we died with it. The platform's is 600. */
  readonly leaseSeconds: number;
  run(text: string, metadata: Record<string, TypedData>): Promise<'succeeded' | 'failed'>;
  warn(message: string): void;
};

/**
 * One message from receipt to its end. Done: deleted. Failed: released, or copied to the poison
 * queue and then deleted, so that dying between the two leaves two copies rather than none.
 */
export async function processMessage(
  from: MessageQueue,
  message: ReceivedMessageItem,
): Promise<'ended' | 'released'> {
  const { settings } = from;
  const held = holdMessage(from.queue, message, from.leaseSeconds, (because) =>
    from.warn(`Message ${message.messageId} is not ours any more: ${because}`),
  );
  try {
    const text = decodeMessage(message.messageText, settings.messageEncoding);
    const because = await failure(from, message, text);
    if (because === undefined) await held.delete();
    else if (message.dequeueCount >= settings.maxDequeueCount || text === undefined)
      await toPoison(from, message, held, because);
    else if (from.poison !== undefined) {
      await held.release(settings.retryAfterSeconds);
      return 'released';
    }
    return 'ended';
  } finally {
    held.stopRenewing();
  }
}

/** Why the message is not done, or nothing: it has run and is. */
async function failure(
  { run, settings }: MessageQueue,
  message: ReceivedMessageItem,
  text: string | undefined,
): Promise<string | undefined> {
  if (text === undefined) return 'its text is not base64';
  if (message.dequeueCount > settings.maxDequeueCount) return 'it was received too often';
  const ended = await run(text, queueTriggerMetadata(message, text));
  return ended === 'failed' ? `it failed ${message.dequeueCount} times` : undefined;
}

/** In a poison queue a failed message stays, unseen until its lease ends: nothing loops fast. */
async function toPoison(
  { poison, queue, warn }: MessageQueue,
  { messageId, messageText }: ReceivedMessageItem,
  held: HeldMessage,
  because: string,
): Promise<void> {
  if (poison === undefined) return;
  await poison.createIfNotExists();
  await poison.sendMessage(messageText);
  await held.delete();
  warn(`Message ${messageId} of ${queue.name} moved to ${poison.name} because ${because}`);
}
