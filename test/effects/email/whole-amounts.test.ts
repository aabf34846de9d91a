import { expect, test } from 'vitest';
import { html } from '../../../shared/effects/email/look/html.ts';

test.each([
  { text: '2\u00A0100,00 EUR', is: '2\u00A0100,00\u00A0EUR', because: 'an amount is one word' },
  { text: '(-4,200.00 EUR)', is: '(-4,200.00\u00A0EUR)', because: 'its currency is part of it' },
  { text: 'budget 112 %', is: 'budget 112\u00A0%', because: 'a percent is one word' },
  { text: '12\u00A0400 kunder', is: '12\u00A0400 kunder', because: 'a count is one word' },
  { text: 'Bar\u00A0\u00A0B.V.', is: 'Bar B.V.', because: 'a name may go on in the next line' },
  { text: '4 EURO', is: '4 EURO', because: 'that is no currency' },
  { text: '1\u00A0200\n<b>', is: '1\u00A0200 &lt;b&gt;', because: 'it is text, and no markup' },
])('$text shows as $is: $because', ({ text, is }) => {
  expect(html`${text}`.markup).toBe(is);
});
