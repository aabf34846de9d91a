import { type AlarmNeeds, alarm } from './alarm.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { Run } from './run.ts';

export type Undelivered = {
  /** Who did not get it. */
  readonly contact: string;
  readonly because: string;
  /** Who gets it instead, if anybody is left. */
  readonly instead: string | undefined;
};

/** Tells the operator, once per night and contact, that somebody does not get their e-mail. */
export async function tellUndelivered(
  run: Run | undefined,
  { email }: OutboxRow,
  { contact, because, instead }: Undelivered,
  needs: AlarmNeeds,
): Promise<void> {
  if (run === undefined || email.kind === 'alarm') return;
  await alarm(
    run,
    {
      key: `undelivered|${contact}`,
      subject: `E-mail to ${contact} did not arrive`,
      lines: [
        `A ${email.kind} of the night of ${run.asOf}, "${email.subject}", did not reach ${contact}: ${because}.`,
        instead === undefined
          ? 'Nobody is left to send it to. Correct the address where it comes from, then send the e-mail again.'
          : `It is sent to ${instead} instead. Correct the address where it comes from.`,
        'See docs/runbook.md, "An e-mail that did not arrive".',
      ],
    },
    needs,
  );
}

/** Tells the operator, once per night, why no e-mail leaves. It leaves itself when they do. */
export async function tellClosed(
  run: Run | undefined,
  { email }: OutboxRow,
  because: string,
  needs: AlarmNeeds,
): Promise<void> {
  if (run === undefined || email.kind === 'alarm') return;
  await alarm(
    run,
    {
      key: 'no-email-leaves',
      subject: `No e-mail leaves since the night of ${run.asOf}`,
      lines: [
        because,
        'Nothing is lost: all of it waits, and leaves once this is mended.',
        'See docs/runbook.md, "No e-mail leaves".',
      ],
    },
    needs,
  );
}
