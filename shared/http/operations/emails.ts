import { NOTHING, operation } from '../operation.ts';
import { EmailAnswer, EmailRow, EmailsAnswer, EmailsQuery, OfEmail } from '../shapes/emails.ts';

export const LIST_EMAILS = operation({
  id: 'list-emails',
  method: 'GET',
  path: 'api/emails',
  needs: 'read',
  summary: 'E-mails of a run, with what has become of each',
  params: NOTHING,
  query: EmailsQuery,
  body: NOTHING,
  answer: EmailsAnswer,
  statuses: [200],
});

export const READ_EMAIL = operation({
  id: 'read-email',
  method: 'GET',
  path: 'api/emails/{place}/{emailId}',
  needs: 'read',
  summary: 'An e-mail as it looks',
  params: OfEmail,
  query: NOTHING,
  body: NOTHING,
  answer: EmailAnswer,
  statuses: [200],
});

export const RESEND_EMAIL = operation({
  id: 'resend-email',
  method: 'POST',
  path: 'api/emails/{place}/{emailId}/resend',
  needs: 'control',
  summary: 'Send an e-mail that failed or was held back, once more',
  params: OfEmail,
  query: NOTHING,
  body: NOTHING,
  answer: EmailRow,
  statuses: [202],
});

export const CANCEL_EMAIL = operation({
  id: 'cancel-email',
  method: 'POST',
  path: 'api/emails/{place}/{emailId}/cancel',
  needs: 'control',
  summary: 'Hold back an e-mail that has not been sent yet',
  params: OfEmail,
  query: NOTHING,
  body: NOTHING,
  answer: EmailRow,
  statuses: [200],
});
