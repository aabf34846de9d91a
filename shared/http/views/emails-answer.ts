import pMap from 'p-map';
import { z } from 'zod';
import type { EmailSummary } from '../../decisions/email/email.ts';
import type { OutboxRow } from '../../run/email/outbox-row.ts';
import { placeOf } from '../../run/email/unsent-emails.ts';
import type { EmailPlace, Outbox, Runs, Stored } from '../../run/ports.ts';
import type { Run } from '../../run/run.ts';
import { ProblemError } from '../problems.ts';
import type { EmailsAnswer, EmailsQuery } from '../shapes/emails.ts';
import { placeIn, tokenOf } from '../token.ts';
import { emailRow } from './email-row.ts';

const EMAILS_SHOWN = 100;
/** With a status that few have, a page looks at so many. */
const EMAILS_LOOKED_AT = 500;
const READS_AT_ONCE = 16;

type Needs = { readonly runs: Runs; readonly outbox: Outbox };

/** A run's e-mails in the order they were listed. */
export async function emailsAnswer(
  run: Run,
  { status, after }: z.output<typeof EmailsQuery>,
  needs: Needs,
): Promise<z.input<typeof EmailsAnswer>> {
  const passed = after === undefined ? 0 : placeIn(z.int().nonnegative(), after);
  const most = status === undefined ? EMAILS_SHOWN : EMAILS_LOOKED_AT;
  const { listed, isMore } = await listedAfter(run, passed, most, needs.runs);
  const rows = await pMap(listed, (email) => rowOf(run, email, needs.outbox), {
    concurrency: READS_AT_ONCE,
  });
  const emails = rows.flatMap((row) =>
    row === undefined || (status !== undefined && row.status !== status) ? [] : [row],
  );
  return {
    runId: run.id,
    emails,
    ...(isMore && { next: tokenOf(passed + listed.length) }),
  };
}

async function listedAfter(run: Run, passed: number, most: number, runs: Runs) {
  const listed: EmailSummary[] = [];
  let at = 0;
  for await (const page of runs.emails(run.id))
    for (const email of page) {
      at += 1;
      if (at <= passed) continue;
      if (listed.length === most) return { listed, isMore: true };
      listed.push(email);
    }
  return { listed, isMore: false };
}

async function rowOf(run: Run, email: EmailSummary, outbox: Outbox) {
  const place = placeOf(run, email);
  const stored = await outbox.load(place, email.id);
  return stored && emailRow(stored.value, place);
}

export async function foundEmail(
  place: EmailPlace,
  emailId: string,
  outbox: Outbox,
): Promise<Stored<OutboxRow>> {
  const stored = await outbox.load(place, emailId);
  if (stored !== undefined) return stored;
  throw new ProblemError(404, 'There is no such e-mail: see /api/emails');
}
