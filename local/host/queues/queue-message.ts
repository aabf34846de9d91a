import type { ReceivedMessageItem } from '@azure/storage-queue';
import type { TypedData } from '../core-types.ts';

/** What a function learns about its message besides the body, under the platform's names. */
export function queueTriggerMetadata(
  message: ReceivedMessageItem,
  text: string,
): Record<string, TypedData> {
  return {
    QueueTrigger: { string: text },
    DequeueCount: { int: message.dequeueCount },
    Id: { string: message.messageId },
    PopReceipt: { string: message.popReceipt },
    InsertionTime: instant(message.insertedOn),
    ExpirationTime: instant(message.expiresOn),
    NextVisibleTime: instant(message.nextVisibleOn),
  };
}

const instant = (date: Date): TypedData => ({
  string: date.toISOString().replace('Z', '+00:00'),
});
