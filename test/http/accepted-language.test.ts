import { expect, test } from 'vitest';
import { acceptedLanguage } from '../../shared/http/accepted-language.ts';

test.each([
  { header: null, is: 'en', because: 'nothing is asked for' },
  { header: '', is: 'en', because: 'nothing is asked for' },
  { header: '*', is: 'en', because: 'any will do' },
  { header: 'sv', is: 'sv', because: 'it is asked for' },
  { header: 'nl-BE,nl;q=0.9,en;q=0.8', is: 'nl', because: 'a region is of its language' },
  { header: 'en;q=0.5, SV ; q=0.7', is: 'sv', because: 'it is read better, whatever the order' },
  { header: 'fi,nl;q=0.3', is: 'nl', because: 'Duewatch does not write Finnish' },
  { header: 'nl;q=0, sv;q=0.1', is: 'sv', because: 'a quality of 0 refuses' },
  { header: 'nl;q=much, ;;,,', is: 'en', because: 'what is no number is no wish' },
])('"$header" asks for $is: $because', ({ header, is }) => {
  expect(acceptedLanguage(header)).toBe(is);
});
