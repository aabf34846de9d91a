import MailComposer from 'nodemailer/lib/mail-composer';
import { literalLine } from '../../decisions/email/literal-line.ts';
import type { Attachment, OutgoingEmail } from '../../run/email/email-ports.ts';
import { addressesOf } from './addresses.ts';

/**
 * The message as bytes, the same bytes for the same e-mail. A line break in a name or a subject
 * becomes a space; in an address it is refused, as nobody can say who was meant.
 */
export async function mimeMessage(email: OutgoingEmail): Promise<Buffer> {
  const { id, from, to, replyTo, subject, text, html, date, importance, attachments } = email;
  const [sender] = addressesOf(id, from.address);
  const composer = new MailComposer({
    messageId: `<${id}@${sender?.address.replace(/^.*@/, '')}>`,
    from: { name: literalLine(from.name), address: sender?.address ?? '' },
    to: addressesOf(id, to),
    ...(replyTo !== undefined && { replyTo: addressesOf(id, replyTo) }),
    ...(importance !== undefined && { headers: IMPORTANT }),
    // Without spaces that do not break: they would have it encoded, and no file could be searched.
    subject: literalLine(subject),
    date,
    text,
    html,
    attachments: attachments.map(mimePart),
    baseBoundary: id,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Each mail program reads another of them. */
const IMPORTANT = { 'X-Priority': '1 (Highest)', 'X-MSMail-Priority': 'High', Importance: 'High' };

const mimePart = ({ name, contentType, content, contentId }: Attachment) => ({
  filename: literalLine(name),
  contentType,
  content: Buffer.from(content),
  ...(contentId !== undefined && { cid: contentId }),
});
