import { placeOfText } from '../../shared/http/email-place.ts';
import { CANCEL_EMAIL } from '../../shared/http/operations/emails.ts';
import { serve } from '../../shared/http/serve.ts';
import { emailRow } from '../../shared/http/views/email-row.ts';
import { foundEmail } from '../../shared/http/views/emails-answer.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { cancelEmail } from '../../shared/run/email/steer-email.ts';

serve(CANCEL_EMAIL, liveSettings(), async ({ params, caller }) => {
  const needs = await live();
  const place = placeOfText(params.place);
  const stored = await foundEmail(place, params.emailId, needs.outbox);
  const { value } = await cancelEmail(place, stored, caller.name, needs);
  return { content: emailRow(value, place) };
});
