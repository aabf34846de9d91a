import { caniemail } from 'caniemail';
import { expect, test } from 'vitest';
import { sampleEmails } from '../../../local/mail/sample-emails.ts';
import { emailRenderer } from '../../../shared/effects/email/render-email.ts';

/** What some mail program does not know, and why an e-mail is as good without it. */
const DISPENSABLE: Readonly<Record<string, string>> = {
  outline: 'a reset of MJML',
  '@media': 'narrower margins and the dark colours; Outlook on Windows does dark by itself',
  'Chaining selectors': 'as above',
  'color-scheme meta tag': 'as above',
  'word-spacing': 'a reset of MJML',
  'max-height property': 'hides the preheader, as does display:none',
  opacity: 'as above',
  overflow: 'as above',
  'table-layout': 'the automatic one is meant, which is the default',
  'white-space': 'an amount may break before its currency',
  'border-radius': 'a button has corners',
  cursor: 'of a button',
  'target attribute': 'a link opens where links open',
  '<body> element': 'its background is repeated inside',
};

test.each([...sampleEmails('en')])(
  '%s uses nothing that common mail programs lack, or is as good without it',
  async (_, email) => {
    const { html } = await emailRenderer('https://duewatch.kestrel.example').render(email);

    const { issues } = caniemail({
      clients: [
        'outlook.windows',
        'outlook.outlook-com',
        'outlook.macos',
        'gmail.desktop-webmail',
        'gmail.ios',
        'gmail.android',
        'apple-mail.*',
      ],
      html,
    });

    const lacking = [...issues.errors.values()].flat().map(({ title }) => title);
    expect([...new Set(lacking)].filter((title) => !(title in DISPENSABLE))).toEqual([]);
  },
);
