import { setTimeout as sleep } from 'node:timers/promises';
import type { ReceivedMessageItem } from '@azure/storage-queue';
import { reason } from '../host-error.ts';
import type { WorkInFlight } from '../work-in-flight.ts';
import { type Bell, createBell } from './bell.ts';
import { type MessageQueue, processMessage } from './process-message.ts';
import type { QueueSettings } from './queue-settings.ts';

export type QueueListener = {
  readonly queueName: string;
  /** There may be a message now: look before the next poll is due. */
  look(): void;
  /** Takes nothing more and ends once the poll under way has; what runs goes on. */
  stop(): Promise<void>;
  isEmpty(): Promise<boolean>;
};

type Polling = { isStopped: boolean; inFlight: number; isFull: boolean; pauseMs: number };

const AFTER_HIT_MS = 100;
const AFTER_MISS_MS = 200;
/** Messages come in bursts, and each rings the bell. */
const BETWEEN_LOOKS_MS = 20;

/** Polls a queue and runs its messages, at most `batchSize + newBatchThreshold` at a time. */
export function listenToQueue(from: MessageQueue, work: WorkInFlight): QueueListener {
  const bell = createBell();
  const polling: Polling = { isStopped: false, inFlight: 0, isFull: false, pauseMs: 0 };
  const ended = poll(from, polling, bell, work);
  return {
    queueName: from.queue.name,
    look: bell.ring,
    stop() {
      polling.isStopped = true;
      bell.ring();
      return ended;
    },
    async isEmpty() {
      const { approximateMessagesCount = 0 } = await from.queue.getProperties();
      return approximateMessagesCount === 0;
    },
  };
}

async function poll(
  from: MessageQueue,
  polling: Polling,
  bell: Bell,
  work: WorkInFlight,
): Promise<void> {
  const { newBatchThreshold, maxPollingMs } = from.settings;
  while (!polling.isStopped) {
    polling.isFull = polling.inFlight > newBatchThreshold;
    const messages = polling.isFull ? [] : await receive(from);
    if (polling.isStopped) return giveBack(from, messages);
    for (const message of messages) begin(from, message, polling, bell, work);

    polling.pauseMs = nextPause(messages.length, polling.pauseMs, maxPollingMs);
    const woken = await bell.wait(polling.isFull ? maxPollingMs : polling.pauseMs);
    if (woken === 'rung' && !polling.isStopped) {
      polling.pauseMs = 0;
      if (!polling.isFull) await sleep(BETWEEN_LOOKS_MS);
    }
  }
}

function begin(
  from: MessageQueue,
  message: ReceivedMessageItem,
  polling: Polling,
  bell: Bell,
  work: WorkInFlight,
): void {
  polling.inFlight += 1;
  const end = (): void => {
    polling.inFlight -= 1;
    if (polling.isFull) bell.ring();
  };
  const run = async (): Promise<void> => {
    try {
      if ((await processMessage(from, message)) === 'released') ringLater(bell, from.settings);
    } catch (error) {
      from.warn(`Message ${message.messageId} waits for its lease to end: ${reason(error)}`);
    }
    end();
  };
  void work.track(run());
}

/** A little after the service shows the message again. */
function ringLater(bell: Bell, { retryAfterSeconds }: QueueSettings): void {
  setTimeout(bell.ring, retryAfterSeconds * 1000 + BETWEEN_LOOKS_MS).unref();
}

async function receive({ queue, settings, leaseSeconds, warn }: MessageQueue) {
  try {
    const { receivedMessageItems } = await queue.receiveMessages({
      numberOfMessages: settings.batchSize,
      visibilityTimeout: leaseSeconds,
    });
    return receivedMessageItems;
  } catch (error) {
    warn(`Cannot receive from ${queue.name}: ${reason(error)}`);
    return [];
  }
}

/** Received while we were told to stop: without this they would stay unseen for a whole lease. */
async function giveBack(
  { queue, warn }: MessageQueue,
  messages: readonly ReceivedMessageItem[],
): Promise<void> {
  for (const { messageId, popReceipt } of messages)
    await queue
      .updateMessage(messageId, popReceipt, undefined, 0)
      .catch((error: unknown) => warn(`Cannot give ${messageId} back: ${reason(error)}`));
}

function nextPause(found: number, lastMs: number, mostMs: number): number {
  if (found > 0) return AFTER_HIT_MS;
  if (lastMs < AFTER_MISS_MS) return Math.min(AFTER_MISS_MS, mostMs);
  return Math.min(lastMs * (1 + Math.random()), mostMs);
}
