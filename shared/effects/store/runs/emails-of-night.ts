import { z } from 'zod';
import { EmailSummary } from '../../../decisions/email/email.ts';

/** A night's e-mails as its row keeps them; rows of before there were alerts hold one letter. */
export const EmailsOfNight = z.object({
  emails: z.array(EmailSummary).optional(),
  letter: EmailSummary.optional(),
});

export function readEmailsOfNight<Night extends z.infer<typeof EmailsOfNight>>({
  emails,
  letter,
  ...night
}: Night) {
  return { ...night, emails: emails ?? [letter ?? []].flat() };
}
