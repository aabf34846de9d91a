import { rm } from 'node:fs/promises';
import { contactsOf } from '../../shared/decisions/email/contacts.ts';
import { outboxFolder } from '../../shared/effects/email/outbox-folder.ts';
import { parsePolicy } from '../../shared/policy/parse-policy.ts';
import type { EmailRenderer } from '../../shared/run/email/email-ports.ts';
import { outgoingEmail } from '../../shared/run/email/outgoing-email.ts';
import type { Outbox, Runs } from '../../shared/run/ports.ts';
import type { Run } from '../../shared/run/run.ts';

export type WritePreviewsNeeds = {
  readonly runs: Runs;
  readonly outbox: Outbox;
  readonly renderer: EmailRenderer;
  readonly sender: string;
};

/**
 * Writes what a dry run would have sent into a folder, and nothing else of an earlier one. As it
 * would leave: the same sender, recipients and look, on the day the run was started.
 */
export async function writePreviews(
  run: Run,
  folder: string,
  { runs, outbox, renderer, sender }: WritePreviewsNeeds,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const policy = parsePolicy(run.policyText, 'of the run');
  const transport = outboxFolder(folder);
  const needs = { renderer, sender, clock: () => new Date(run.startedAt) };
  for await (const page of runs.emails(run.id))
    for (const { id } of page) {
      const row = (await outbox.load({ runId: run.id }, id))?.value;
      if (row === undefined) continue;
      const [contact = row.email.to] = contactsOf(row.email, policy);
      await transport.send(await outgoingEmail(row, contact, policy, needs));
    }
}
