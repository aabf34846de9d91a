import { placeOfText } from '../../shared/http/email-place.ts';
import { RESEND_EMAIL } from '../../shared/http/operations/emails.ts';
import { serve } from '../../shared/http/serve.ts';
import { emailRow } from '../../shared/http/views/email-row.ts';
import { foundEmail } from '../../shared/http/views/emails-answer.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { resendEmail } from '../../shared/run/email/steer-email.ts';

serve(RESEND_EMAIL, liveSettings(), async ({ params, caller }) => {
  const { place: text, emailId } = params;
  const needs = await live();
  const place = placeOfText(text);
  const stored = await foundEmail(place, emailId, needs.outbox);
  const { value } = await resendEmail(place, stored, caller.name, needs);
  const location = `/api/emails/${text}/${emailId}`;
  return { headers: { location }, content: emailRow(value, place) };
});
