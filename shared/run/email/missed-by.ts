import { chooseContact } from '../../decisions/email/contacts.ts';
import type { SendEmail } from '../messages.ts';
import type { Outbox, Queues, Runs, Stored } from '../ports.ts';
import type { EmailNight } from './email-night.ts';
import { forNextContact, type OutboxRow, type Reported, settled } from './outbox-row.ts';
import { tellUndelivered } from './tell-undelivered.ts';

export type MissedByNeeds = {
  readonly runs: Runs;
  readonly outbox: Outbox;
  readonly queues: Queues;
};

export type OfEmail = {
  readonly message: SendEmail;
  readonly stored: Stored<OutboxRow>;
  readonly night: EmailNight;
};

/**
 * A contact did not get it. The next one is tried, as another attempt; where none is left the
 * e-mail ends as what became of it. The operator hears of either, and hears first: killed in
 * between, it is told again under the same id.
 */
export async function missedBy(
  contact: string,
  outcome: Exclude<Reported, 'delivered'>,
  because: string,
  { message, stored, night }: OfEmail,
  needs: MissedByNeeds,
): Promise<{ readonly instead: string | undefined }> {
  const { value: row } = stored;
  const choice = chooseContact(row.email, [...row.missed, contact], undefined, night.policy);
  const instead = choice.kind === 'contact' ? choice.contact : undefined;
  await tellUndelivered(night.run, row, { contact, because, instead }, needs);
  const next =
    instead === undefined
      ? settled({ ...row, missed: [...row.missed, contact] }, outcome, because)
      : forNextContact(row, [contact], because);
  await needs.outbox.save(message, stored, next);
  return { instead };
}
