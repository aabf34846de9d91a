import type { SendEmail } from '../messages.ts';
import type { Stored } from '../ports.ts';
import type { EmailNight } from './email-night.ts';
import { EmailRefusedError, TransportClosedError } from './email-ports.ts';
import { type MissedByNeeds, missedBy } from './missed-by.ts';
import { type OutboxRow, waiting, waitingForRecipient } from './outbox-row.ts';
import { tellClosed } from './tell-undelivered.ts';
import type { Tried } from './tried.ts';

export type SendFailureNeeds = MissedByNeeds & { readonly clock: () => Date };

/**
 * Keeps why a try failed with the row. Where another contact is left it is tried next; where the
 * transport is closed the e-mail waits; anything else is thrown, for the queue to try again.
 */
export async function afterFailure(
  error: unknown,
  message: SendEmail,
  taken: Stored<OutboxRow>,
  night: EmailNight,
  needs: SendFailureNeeds,
): Promise<Tried> {
  const because = error instanceof Error ? error.message : String(error);
  const now = needs.clock();
  const outcome = refusedAs(error, taken.value, now);
  if (outcome !== undefined) {
    await missedBy(
      taken.value.sentTo ?? '',
      outcome,
      because,
      { message, stored: taken, night },
      needs,
    );
    return { kind: 'waits', until: now, because };
  }
  if (!(error instanceof TransportClosedError)) {
    await needs.outbox.save(message, taken, waiting(taken.value, because));
    throw error;
  }
  const { retryAfterSeconds, isFault } = error;
  const until = new Date(now.getTime() + 1000 * retryAfterSeconds);
  if (error.isOfRecipient) {
    await needs.outbox.save(message, taken, waitingForRecipient(taken.value, because, until, now));
    return { kind: 'waits', until, because };
  }
  await needs.outbox.save(message, taken, waiting(taken.value, because, until));
  if (isFault && taken.value.because !== because)
    await tellClosed(night.run, taken.value, because, needs);
  return { kind: 'closed', until, because, isFault };
}

/** A mailbox that asks to come back for so long, such as a full one, is as good as none. */
const LONGEST_MS = 48 * 3_600_000;

function refusedAs(
  error: unknown,
  { busySince }: OutboxRow,
  now: Date,
): EmailRefusedError['outcome'] | undefined {
  if (error instanceof EmailRefusedError) return error.outcome;
  if (!(error instanceof TransportClosedError) || !error.isOfRecipient) return undefined;
  const waited = busySince === undefined ? 0 : now.getTime() - Date.parse(busySince);
  return waited > LONGEST_MS ? 'failed' : undefined;
}
