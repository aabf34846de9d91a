import { emailRenderer } from '../../shared/effects/email/render-email.ts';
import type { Language } from '../../shared/languages/language.ts';
import type { Attachment } from '../../shared/run/email/email-ports.ts';
import { htmlWithPictures } from '../../shared/run/email/html-with-pictures.ts';
import { sampleEmails } from './sample-emails.ts';

/** An e-mail as a browser shows it: its pictures are in the page, and its files beside it. */
export type Preview = {
  readonly name: string;
  readonly language: Language;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly files: readonly Attachment[];
};

export const PREVIEW_URL = 'https://duewatch.lindequay.example';

export async function previews(languages: readonly Language[]): Promise<Preview[]> {
  const renderer = emailRenderer(PREVIEW_URL);
  const all: Preview[] = [];
  for (const language of languages)
    for (const [name, email] of sampleEmails(language)) {
      const { html, text, attachments } = await renderer.render(email);
      all.push({
        name,
        language,
        to: email.to,
        subject: email.subject,
        html: htmlWithPictures({ html, attachments }),
        text,
        files: attachments.filter(({ contentId }) => contentId === undefined),
      });
    }
  return all;
}
