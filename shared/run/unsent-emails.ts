import type { EmailSummary } from '../decisions/email.ts';
import type { SendEmail } from './messages.ts';
import type { EmailPlace, Outbox, OutboxRow, Runs } from './ports.ts';
import type { Run } from './run.ts';

export type UnsentEmailsNeeds = { readonly runs: Runs; readonly outbox: Outbox };

export type EmailWithStatus = EmailSummary & Pick<OutboxRow, 'status' | 'because'>;

/** A letter lies with its customer, everything else with the run. */
const placeOf = (run: Run, { kind, customerIds }: EmailSummary): EmailPlace => ({
  runId: run.id,
  customerId: kind === 'letter' ? customerIds[0] : undefined,
});

/** Every e-mail of a night with what has become of it. */
export async function* emailsWithStatus(
  run: Run,
  { runs, outbox }: UnsentEmailsNeeds,
): AsyncGenerator<EmailWithStatus> {
  for await (const page of runs.emails(run.id))
    for (const email of page) {
      const row = (await outbox.load(placeOf(run, email), email.id))?.value;
      if (row !== undefined) yield { ...email, status: row.status, because: row.because };
    }
}

/** The message that sends an e-mail: for one that was left behind when its message was lost. */
export const sendMessage = (run: Run, email: EmailSummary): SendEmail => ({
  emailId: email.id,
  ...placeOf(run, email),
});
