import type { EmailSummary } from '../../decisions/email/email.ts';
import type { SendEmail } from '../messages.ts';
import type { EmailPlace, Outbox, Runs } from '../ports.ts';
import type { Run } from '../run.ts';
import type { OutboxRow } from './outbox-row.ts';

export type UnsentEmailsNeeds = { readonly runs: Runs; readonly outbox: Outbox };

export type EmailWithStatus = EmailSummary &
  Pick<OutboxRow, 'status'> & {
    readonly because: string | undefined;
    readonly notBefore: string | undefined;
  };

/** A letter and an alert lie with their customer, everything else with the run, and all of a dry run's. */
export const placeOf = (run: Run, { kind, customerIds }: EmailSummary): EmailPlace => ({
  runId: run.id,
  customerId: !run.dryRun && isOfCustomer(kind) ? customerIds[0] : undefined,
});

const isOfCustomer = (kind: EmailSummary['kind']): boolean => kind === 'letter' || kind === 'alert';

/** Every e-mail of a night with what has become of it. */
export async function* emailsWithStatus(
  run: Run,
  { runs, outbox }: UnsentEmailsNeeds,
): AsyncGenerator<EmailWithStatus> {
  for await (const page of runs.emails(run.id))
    for (const email of page) {
      const row = (await outbox.load(placeOf(run, email), email.id))?.value;
      if (row === undefined) continue;
      const { status, because, notBefore } = row;
      yield { ...email, status, because, notBefore };
    }
}

/** The message that sends an e-mail: for one that was left behind when its message was lost. */
export const sendMessage = (run: Run, email: EmailSummary): SendEmail => ({
  emailId: email.id,
  ...placeOf(run, email),
});
