import type { QueueTrigger } from '../bindings.ts';
import type { AppFunction } from '../functions.ts';
import type { Log } from '../log-entry.ts';
import { resolveSettings } from '../settings.ts';
import type { StorageAccess } from '../storage-access.ts';
import type { WorkInFlight } from '../work-in-flight.ts';
import { onEnqueued } from './enqueue-notice.ts';
import type { MessageQueue } from './process-message.ts';
import type { QueueSettings } from './queue-settings.ts';
import { listenToQueue, type QueueListener } from './queues.ts';

export type StartQueues = {
  readonly functions: readonly AppFunction[];
  readonly storage: StorageAccess;
  readonly settings: QueueSettings;
  readonly leaseSeconds: number;
  readonly work: WorkInFlight;
  readonly log: Log;
};

export type RunningQueues = {
  /** Whether no queue that a function listens to holds a message, seen or unseen. */
  areEmpty(): Promise<boolean>;
  stop(): Promise<void>;
};

/** Creates the queues that functions listen to, then listens to them. */
export async function startQueues(starting: StartQueues): Promise<RunningQueues> {
  const { functions, work } = starting;
  const queues = await Promise.all(
    functions.flatMap((each) =>
      each.trigger.type === 'queueTrigger' ? messageQueue(each, each.trigger, starting) : [],
    ),
  );
  const listeners = queues.map((queue) => listenToQueue(queue, work));
  const endNotices = onEnqueued((queueName, inSeconds) =>
    lookLater(listeners, queueName, inSeconds),
  );
  return {
    async areEmpty() {
      for (const listener of listeners) if (!(await listener.isEmpty())) return false;
      return true;
    },
    async stop() {
      endNotices();
      await Promise.all(listeners.map((listener) => listener.stop()));
    },
  };
}

async function messageQueue(
  { name, run }: AppFunction,
  { queueName, connection }: QueueTrigger,
  { storage, settings, leaseSeconds, log }: StartQueues,
): Promise<MessageQueue> {
  const queue = await storage.queue(connection, resolveSettings(queueName, storage.setting));
  await queue.createIfNotExists();
  const isPoison = queue.name.endsWith('-poison');
  return {
    queue,
    poison: isPoison ? undefined : await storage.queue(connection, `${queue.name}-poison`),
    settings,
    leaseSeconds,
    run: async (text, triggerMetadata) =>
      (await run({ data: { string: text }, triggerMetadata })).kind,
    warn: (message) => log({ level: 'warning', category: 'host', message, functionName: name }),
  };
}

function lookLater(
  listeners: readonly QueueListener[],
  queueName: string,
  inSeconds: number,
): void {
  for (const listener of listeners)
    if (listener.queueName === queueName) setTimeout(listener.look, inSeconds * 1000).unref();
}
