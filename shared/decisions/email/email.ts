import { z } from 'zod';
import { Language } from '../../languages/language.ts';
import { CustomerId } from '../../ledger/customer.ts';
import { AlertContent, DigestContent } from './content/digest-content.ts';
import { LetterContent } from './content/letter-content.ts';
import { AlarmContent, EMAIL_KINDS, SummaryContent } from './content/operator-content.ts';

const Base = z.object({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  customerIds: z.array(CustomerId),
  /** Its reader's; what it says is data, and is written when it is sent. */
  language: Language,
  /** Set where it cannot wait for its turn in an inbox. */
  importance: z.literal('high').optional(),
  /** The keys of the notices it carries: of a letter to the customer, of an alert to colleagues. */
  noticeKeys: z.array(z.string()).optional(),
});

/**
 * An e-mail to send, as data. Its id derives from the decision, so deciding twice sends once.
 * letter: to a customer; digest: to an account manager or the credit controller; alert: to one of
 * these, at once, about one customer; summary and alarm: to the operator.
 */
export const Email = z.discriminatedUnion('kind', [
  Base.extend({ kind: z.literal('letter'), content: LetterContent }),
  Base.extend({ kind: z.literal('digest'), content: DigestContent }),
  Base.extend({ kind: z.literal('alert'), content: AlertContent }),
  Base.extend({ kind: z.literal('summary'), content: SummaryContent }),
  Base.extend({ kind: z.literal('alarm'), content: AlarmContent }),
]);
export type Email = z.infer<typeof Email>;

/** An e-mail of one kind. */
export type EmailOf<Kind extends Email['kind']> = Extract<Email, { kind: Kind }>;

/** An e-mail as reports and lists show it. */
export const EmailSummary = Base.pick({
  id: true,
  to: true,
  subject: true,
  customerIds: true,
}).extend({ kind: z.enum(EMAIL_KINDS) });
export type EmailSummary = z.infer<typeof EmailSummary>;
