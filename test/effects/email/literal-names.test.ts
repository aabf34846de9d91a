import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../../shared/decisions/email/compose-letter.ts';
import type { Email } from '../../../shared/decisions/email/email.ts';
import { emailRenderer } from '../../../shared/effects/email/render-email.ts';
import { digestOf } from '../../decisions/email/digest-of.ts';
import {
  aNight,
  anAccount,
  aPolicy,
  factsOf,
  openInvoice,
  TONIGHT,
} from '../../decisions/night-builders.ts';

const manager = { email: 'ana@kestrel.example', role: 'account-manager' } as const;

async function rendered(email: Email | undefined) {
  if (email === undefined) throw new Error('Cannot happen: there is something to say');
  return await emailRenderer('https://duewatch.kestrel.example').render(email);
}

/** A digest that names a customer as a finding, and on its stage. */
const naming = (name: string) =>
  rendered(digestOf(manager, [aNight({ accounts: [anAccount()] }, { name })], TONIGHT));

const letterTo = (name: string) => {
  const invoices = [openInvoice()];
  return rendered(composeLetter(aNight({}, { name }), factsOf(invoices), invoices, aPolicy()));
};

describe('what a customer is called', () => {
  test.each([
    {
      name: '<script>alert(1)</script>',
      text: '<script>alert(1)</script>',
      html: '&lt;script&gt;alert(1)&lt;/script&gt;',
      because: 'a name is no markup',
    },
    {
      name: 'A&amp;B "C" \'D\'',
      text: 'A&amp;B "C" \'D\'',
      html: 'A&amp;amp;B &quot;C&quot; &#39;D&#39;',
      because: 'it is escaped once, and shown as it is',
    },
    {
      name: 'pay \u202E000.1',
      text: 'pay \\u202E000.1',
      html: 'pay \\u202E000.1',
      because: 'an override cannot turn an amount around',
    },
    { name: 'שלום', text: 'שלום', html: 'שלום', because: 'a script is not an attack' },
    { name: 'A\r\nB', text: 'A B', html: 'A B', because: 'a line break starts no row' },
  ])('is shown literally as $text: $because', async ({ name, text, html }) => {
    const [digest, letter] = [await naming(name), await letterTo(name)];

    expect(digest.text.split(text).length).toBeGreaterThan(2);
    expect(digest.html.split(`>${html}</`).length).toBeGreaterThan(2);
    expect(letter.text).toContain(`Dear ${text},`);
    expect(letter.html).toContain(`Dear ${html},`);
  });

  test('never adds an element to the page, nor a line to the text', async () => {
    const shape = async (name: string) => {
      const { text, html } = await naming(name);
      const tags = html
        .match(/<[^>]*>/g)
        ?.map((tag) =>
          tag.replace(/ (?:href|aria-label)=".*/, '').replace(/word-break:[a-z-]+/, ''),
        );
      return { lines: text.split('\n').length, tags };
    };
    const ordinary = await shape('Contoso');

    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (name) => {
        expect(await shape(name)).toEqual(ordinary);
      }),
      { numRuns: 60 },
    );
  });

  test('reads in its own direction, without moving the figures beside it', async () => {
    const { html } = await naming('שלום');

    expect(html).toMatch(/<h3 dir="auto"[^>]*><a [^>]*>שלום</);
    expect(html).toMatch(/<th scope="row" align="left" dir="auto"[^>]*><a [^>]*>שלום</);
  });
});
