import type { QueueClient, ReceivedMessageItem } from '@azure/storage-queue';
import { reason } from '../host-error.ts';

/** A message we have received and nobody else can, for as long as we renew it. */
export type HeldMessage = {
  delete(): Promise<void>;
  /** Lets it be received again, by anybody, in so many seconds. */
  release(seconds: number): Promise<void>;
  stopRenewing(): void;
};

/**
 * Renews at half the lease. Every renewal changes the pop receipt, so calls wait for each other.
 * A message that has meanwhile become somebody else's is none of our business: that is only told.
 */
export function holdMessage(
  queue: QueueClient,
  { messageId, popReceipt }: ReceivedMessageItem,
  leaseSeconds: number,
  onLost: (because: string) => void,
): HeldMessage {
  let receipt = popReceipt;
  let last: Promise<void> = Promise.resolve();
  const next = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step).catch((error: unknown) => onLost(reason(error)));
    return last;
  };
  const makeVisibleIn = async (seconds: number): Promise<void> => {
    const updated = await queue.updateMessage(messageId, receipt, undefined, seconds);
    receipt = updated.popReceipt ?? receipt;
  };
  const renewal = setInterval(
    () => void next(() => makeVisibleIn(leaseSeconds)),
    leaseSeconds * 500,
  ).unref();

  const stopRenewing = (): void => clearInterval(renewal);
  return {
    stopRenewing,
    delete() {
      stopRenewing();
      return next(async () => void (await queue.deleteMessage(messageId, receipt)));
    },
    release(seconds) {
      stopRenewing();
      return next(() => makeVisibleIn(seconds));
    },
  };
}
