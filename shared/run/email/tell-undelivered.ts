import { type AlarmNeeds, alarm } from '../alarm.ts';
import type { Run } from '../run.ts';
import type { OutboxRow } from './outbox-row.ts';

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
  const news = {
    what: 'undelivered',
    kind: email.kind,
    to: contact,
    subject: email.subject,
    because,
    ...(instead === undefined ? {} : { next: instead }),
  } as const;
  await alarm(run, { key: `undelivered|${contact}`, news }, needs);
}

/** Tells the operator, once per night, why no e-mail leaves. It leaves itself when they do. */
export async function tellClosed(
  run: Run | undefined,
  { email }: OutboxRow,
  because: string,
  needs: AlarmNeeds,
): Promise<void> {
  if (run === undefined || email.kind === 'alarm') return;
  const news = { what: 'no-email-leaves', asOf: run.asOf, because } as const;
  await alarm(run, { key: news.what, news }, needs);
}
