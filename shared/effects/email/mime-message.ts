import addressparser from 'nodemailer/lib/addressparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { literalLine } from '../../decisions/literal-line.ts';
import type { Attachment, OutgoingEmail } from '../../run/email-ports.ts';

/**
 * The message as bytes, the same bytes for the same e-mail. A line break in a name or a subject
 * becomes a space; in an address it is refused, as nobody can say who was meant.
 */
export async function mimeMessage(email: OutgoingEmail): Promise<Buffer> {
  const { id, from, to, replyTo, subject, text, html, date, importance, attachments } = email;
  const [sender] = mailboxes(id, from.address);
  const composer = new MailComposer({
    messageId: `<${id}@${sender?.address.replace(/^.*@/, '')}>`,
    from: { name: literalLine(from.name), address: sender?.address ?? '' },
    to: mailboxes(id, to),
    ...(replyTo !== undefined && { replyTo: mailboxes(id, replyTo) }),
    ...(importance !== undefined && { headers: IMPORTANT }),
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

const ADDRESS = /^[^\s@]+@[^\s@]+$/u;
const CONTROL = /\p{Cc}/u;

/** Several are fine, as in "ap@buyer.example, cfo@buyer.example". RangeError for anything odd. */
function mailboxes(id: string, text: string): { name: string; address: string }[] {
  const found = CONTROL.test(text) ? [] : addressparser(text, { flatten: true });
  if (found.length > 0 && found.every(({ address }) => ADDRESS.test(address))) return found;
  throw new RangeError(
    `Cannot address e-mail "${id}" with "${literalLine(text)}" because that is no e-mail address: correct it where it comes from`,
  );
}
