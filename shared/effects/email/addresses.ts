import addressparser from 'nodemailer/lib/addressparser';
import { literalLine } from '../../decisions/email/literal-line.ts';
import { EmailRefusedError } from '../../run/email/email-ports.ts';

const ADDRESS = /^[^\s@]+@[^\s@]+$/u;
const CONTROL = /\p{Cc}/u;

/** Several are fine, as in "ap@buyer.example, cfo@buyer.example". Refused where anything is odd. */
export function addressesOf(id: string, text: string): { name: string; address: string }[] {
  const found = CONTROL.test(text) ? [] : addressparser(text, { flatten: true });
  if (found.length > 0 && found.every(({ address }) => ADDRESS.test(address))) return found;
  throw new EmailRefusedError(
    `Cannot address e-mail "${id}" with "${literalLine(text)}" because that is no e-mail address: correct it where it comes from`,
  );
}
