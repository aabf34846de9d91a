import { z } from 'zod';
import { Language } from '../languages/language.ts';
import { CustomerId } from '../ledger/customer.ts';

/** What an e-mail says, before anything decides how it looks. Texts are plain, never markup. */
export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(z.object({ title: z.string(), align: z.enum(['left', 'right']) })),
    rows: z.array(z.array(z.string())),
  }),
]);
export type Block = z.infer<typeof Block>;

/**
 * An e-mail to send, as data. Its id derives from the decision, so deciding twice sends once.
 * letter: to a customer; digest: to an account manager or the credit controller; alert: to one of
 * these, at once, about one customer; summary and alarm: to the operator.
 */
export const Email = z.object({
  id: z.uuid(),
  kind: z.enum(['letter', 'digest', 'alert', 'summary', 'alarm']),
  to: z.string(),
  subject: z.string(),
  customerIds: z.array(CustomerId),
  /** Its reader's. */
  language: Language,
  /** Set where it cannot wait for its turn in an inbox. */
  importance: z.literal('high').optional(),
  blocks: z.array(Block),
  /** Of a letter: the keys of the notices it carries to the customer. */
  noticeKeys: z.array(z.string()).optional(),
});
export type Email = z.infer<typeof Email>;

/** An e-mail as reports and lists show it. */
export const EmailSummary = Email.pick({
  id: true,
  kind: true,
  to: true,
  subject: true,
  customerIds: true,
});
export type EmailSummary = z.infer<typeof EmailSummary>;
