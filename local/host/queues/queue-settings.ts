import { z } from 'zod';
import { HostError } from '../host-error.ts';
import type { Setting } from '../settings.ts';
import { parseTimeSpan } from '../time-span.ts';

const TimeSpanMs = z.string().transform((text, context) => {
  const ms = parseTimeSpan(text);
  if (ms !== undefined) return ms;
  context.addIssue('expected a time span such as 00:00:05');
  return z.NEVER;
});

const Queues = z.object({
  batchSize: z.coerce.number().int().min(1).max(32).default(16),
  newBatchThreshold: z.coerce.number().int().min(0).optional(),
  maxDequeueCount: z.coerce.number().int().min(1).default(5),
  visibilityTimeout: TimeSpanMs.default(0),
  maxPollingInterval: TimeSpanMs.pipe(z.number().min(100)).optional(),
  messageEncoding: z.enum(['base64', 'none']).default('base64'),
});

/** How the host reads queues; `host.json` calls these `extensions.queues`. */
export type QueueSettings = {
  readonly batchSize: number;
  readonly newBatchThreshold: number;
  readonly maxDequeueCount: number;
  /** How long a message waits after a failure. Whole seconds: the service knows no parts of one. */
  readonly retryAfterSeconds: number;
  readonly maxPollingMs: number;
  readonly messageEncoding: 'base64' | 'none';
};

/** Nobody on this machine pays per request, so an idle queue is never left longer than this. */
const MOST_POLLING_MS = 2_000;

/** `host.json`, each value overridable as `AzureFunctionsJobHost__extensions__queues__…`. */
export function queueSettings(
  hostJson: Readonly<Record<string, unknown>>,
  setting: Setting,
): QueueSettings {
  const given = Object.keys(Queues.shape).map((name) => [
    name,
    setting(`AzureFunctionsJobHost__extensions__queues__${name}`) ?? hostJson[name],
  ]);
  const read = Queues.safeParse(Object.fromEntries(given));
  if (!read.success)
    throw new HostError(
      `Cannot use extensions.queues of host.json: ${z.prettifyError(read.error)}`,
      { cause: read.error },
    );
  const { visibilityTimeout, maxPollingInterval, newBatchThreshold, ...rest } = read.data;
  return {
    ...rest,
    newBatchThreshold: newBatchThreshold ?? Math.floor(rest.batchSize / 2),
    retryAfterSeconds: Math.floor(visibilityTimeout / 1000),
    maxPollingMs: Math.min(maxPollingInterval ?? MOST_POLLING_MS, MOST_POLLING_MS),
  };
}
