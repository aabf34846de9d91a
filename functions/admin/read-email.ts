import { placeOfText } from '../../shared/http/email-place.ts';
import { READ_EMAIL } from '../../shared/http/operations/emails.ts';
import { serve } from '../../shared/http/serve.ts';
import { emailRow } from '../../shared/http/views/email-row.ts';
import { foundEmail } from '../../shared/http/views/emails-answer.ts';
import { live, liveSettings } from '../../shared/live.ts';
import { htmlWithPictures } from '../../shared/run/email/html-with-pictures.ts';

serve(READ_EMAIL, liveSettings(), async ({ params }) => {
  const { outbox, renderer } = await live();
  const place = placeOfText(params.place);
  const { value } = await foundEmail(place, params.emailId, outbox);
  const { text, ...rendered } = await renderer.render(value.email);
  return { content: { ...emailRow(value, place), text, html: htmlWithPictures(rendered) } };
});
