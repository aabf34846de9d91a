import type { OutgoingEmail } from '../../../shared/run/email/email-ports.ts';

/** An ordinary e-mail on its way out; name only what the test is about. */
export const outgoingEmail = (over: Partial<OutgoingEmail> = {}): OutgoingEmail => ({
  id: '520f2fe3-2750-5099-91fe-031126184686',
  kind: 'letter',
  from: { name: 'Kestrel Cloud', address: 'billing@kestrel.example' },
  to: 'ap@contoso.example',
  subject: 'Payment reminder from Kestrel Cloud: 4,200.00 EUR to pay',
  text: 'Dear Contoso,\n',
  attachments: [],
  html: '<p>Dear Contoso,</p>\n',
  date: new Date('2026-03-17T05:00:00Z'),
  ...over,
});
