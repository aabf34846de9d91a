import { channel } from 'node:diagnostics_channel';
import { z } from 'zod';

/** Another system gave no answer, or refused for now: what is tried again, and why. */
const Retry = z.object({ what: z.string(), because: z.string() });
export type Retry = z.infer<typeof Retry>;

/**
 * A channel of the process: who calls has nobody to tell, and whoever started a night waits for it,
 * at a desk or as a worker with a log.
 */
const RETRIES = channel('duewatch:retries');

export const tellRetry = (retry: Retry): void => RETRIES.publish(retry);

/** Hears of every retry in this process while the work is under way. */
export async function hearingRetries<Result>(
  hear: (retry: Retry) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const onMessage = (message: unknown): void => hear(Retry.parse(message));
  RETRIES.subscribe(onMessage);
  try {
    return await work();
  } finally {
    RETRIES.unsubscribe(onMessage);
  }
}
