import { describe, expect, test } from 'vitest';
import { sampleEmails } from '../../../local/mail/sample-emails.ts';
import type { Email } from '../../../shared/decisions/email/email.ts';
import { emailRenderer } from '../../../shared/effects/email/render-email.ts';
import { Language } from '../../../shared/languages/language.ts';
import { plainHtml } from './plain-html.ts';

const renderer = emailRenderer('https://duewatch.kestrel.example/');

const all: [string, Language, Email][] = Language.options.flatMap((language) =>
  [...sampleEmails(language)].map(([name, email]): [string, Language, Email] => [
    name,
    language,
    email,
  ]),
);

/** A change of look or wording shows in these files, for a reviewer to see. */
describe('what an e-mail looks like', () => {
  test.each(all)('%s in %s is as it was agreed', async (name, language, email) => {
    const { text, html } = await renderer.render(email);

    const golden = (ending: string) => `golden/${name}.${language}.${ending}`;
    await expect(`${email.subject}\n\n${text}`).toMatchFileSnapshot(golden('txt'));
    await expect(plainHtml(html)).toMatchFileSnapshot(golden('html'));
  });

  test.each(all)('%s in %s says the same as plain text', async (_, __, email) => {
    const { text, html } = await renderer.render(email);
    const figures = (all: string): string[] =>
      all.match(/\d{1,3}(?:[., ]\d{3})*(?:[.,]\d\d)? (?:EUR|SEK)/g) ?? [];

    const inText = new Set(figures(text));
    const inHtml = figures(plainHtml(html).replaceAll('&nbsp;', ' '));
    expect(inHtml.filter((each) => !inText.has(each))).toEqual([]);
  });

  test.each(all)('%s in %s breaks no amount across lines', async (_, __, email) => {
    const { html } = await renderer.render(email);

    expect(plainHtml(html)).not.toMatch(/\d (?:\d{3},\d\d\b|[A-Z]{3}\b)/);
  });

  test.each(all)('%s in %s can be searched as plain text', async (_, __, email) => {
    const { text } = await renderer.render(email);

    expect(text).not.toContain('\u00A0');
  });
});

test('a name leads to the page of its customer, where the page has an address', async () => {
  const digest = sampleEmails('en').get('digest');
  if (digest === undefined) throw new Error('Cannot happen: there is a sample');

  const linked = await renderer.render(digest);
  const unlinked = await emailRenderer(undefined).render(digest);

  expect(linked.html).toContain('href="https://duewatch.kestrel.example/#/customers/C-1002"');
  expect(linked.text).toContain('https://duewatch.kestrel.example/#/customers/C-1002');
  expect(unlinked.html).not.toContain('href=');
});

test.each(all)('%s in %s loads nothing from anywhere', async (_, __, email) => {
  const { html, attachments } = await renderer.render(email);
  const pictures = [...html.matchAll(/ src="([^"]*)"/g)].map(([, source]) => source);

  expect(html).not.toMatch(/url\(|@import|<link|<script/i);
  expect(pictures).toEqual(
    attachments.flatMap(({ contentId }) => (contentId === undefined ? [] : [`cid:${contentId}`])),
  );
});
