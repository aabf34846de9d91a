import type { Policy } from '../../policy/policy.ts';
import type { EmailRenderer, OutgoingEmail } from './email-ports.ts';
import { type OutboxRow, operationOf } from './outbox-row.ts';

export type OutgoingEmailNeeds = {
  readonly renderer: EmailRenderer;
  readonly sender: string;
  readonly clock: () => Date;
};

/** An e-mail as it leaves for a contact, or for whom the policy redirects everything to. */
export async function outgoingEmail(
  row: OutboxRow,
  contact: string,
  { reseller, contact: rules }: Policy,
  { renderer, sender, clock }: OutgoingEmailNeeds,
): Promise<OutgoingEmail> {
  const { kind, subject, importance } = row.email;
  const { redirectAllTo, bccArchive } = rules;
  const isLetter = kind === 'letter';
  const { creditControllerEmail: replyTo } = reseller;
  return {
    id: operationOf(row),
    kind,
    to: redirectAllTo ?? contact,
    subject: redirectAllTo === undefined ? subject : `[for ${contact}] ${subject}`,
    from: { name: reseller.name, address: sender },
    date: clock(),
    ...(importance !== undefined && { importance }),
    ...(isLetter && replyTo !== undefined && { replyTo }),
    ...(isLetter && bccArchive !== undefined && redirectAllTo === undefined && { bcc: bccArchive }),
    ...(await renderer.render(row.email)),
  };
}
