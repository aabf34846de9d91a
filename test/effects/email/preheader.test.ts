import { expect, test } from 'vitest';
import { sampleEmails } from '../../../local/mail/sample-emails.ts';
import { viewOf } from '../../../shared/effects/email/view/view-of.ts';

const emails = sampleEmails('en');

function besideSubject(name: string): { subject: string; preheader: string } {
  const email = emails.get(name);
  if (email === undefined) throw new Error(`Cannot find the sample "${name}"`);
  const { preheader } = viewOf(email, { customer: () => undefined });
  return { subject: email.subject, preheader: preheader.replaceAll('\u00A0', ' ') };
}

test.each([
  {
    name: 'digest',
    says: 'Brouwerij De Kromme Boei B.V. final notice, 4,200.50 EUR overdue; Fietsfabriek',
    because: 'the subject has named the first',
  },
  { name: 'alert', says: '16 March 2026 cost 145.90 EUR', because: 'the subject has said what' },
  { name: 'letter-reminder', says: 'According to our records', because: 'it has said how much' },
  {
    name: 'letter-final-notice',
    says: 'suspending your services from 26 March 2026 on',
    because: 'that is the news',
  },
  { name: 'summary', says: 'customer C-1021: every try', because: 'it has counted' },
])('beside its subject an inbox shows of a $name "$says": $because', ({ name, says }) => {
  const { subject, preheader } = besideSubject(name);

  expect(preheader).toContain(says);
  expect(preheader).not.toContain(subject);
});
