import { sampleEmails } from '../../local/mail/sample-emails.ts';
import type { Email } from '../../shared/decisions/email/email.ts';
import { emailRenderer } from '../../shared/effects/email/render-email.ts';
import { largeDigest } from '../effects/email/large-digest.ts';
import { atMost, median, type Part } from './figure.ts';

const ROUNDS = 40;

/** Writing e-mails whole, with their pictures and files, once the first is written. */
export const renderMail: Part = async () => {
  const renderer = emailRenderer('https://duewatch.kestrel.example');
  const digest = largeDigest(200);
  const letter = sampleEmails('nl').get('letter-final-notice');
  if (letter === undefined) throw new Error('Cannot measure a letter because there is no sample');
  const timed = async (email: Email): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const before = process.cpuUsage();
      await renderer.render(email);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
    return median(times.slice(ROUNDS / 4));
  };
  const { html } = await renderer.render(digest);
  const note = 'processor time, warm, median';
  return [
    atMost('a digest of 200 customers, written', await timed(digest), 50, { unit: 'ms', note }),
    atMost('  its HTML', Buffer.byteLength(html) / 1000, 100, { unit: 'kB' }),
    atMost('a letter with its statement, written', await timed(letter), 10, { unit: 'ms', note }),
  ];
};
