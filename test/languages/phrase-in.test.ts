import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Language } from '../../shared/languages/language.ts';
import { phraseIn } from '../../shared/languages/phrase-in.ts';
import { WORDS } from '../../shared/languages/words-of.ts';

const valuesIn = (phrase: string): string[] =>
  [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

describe('a text that was kept in English alone', () => {
  test.each([
    {
      text: 'has more decimals than the 0 of JPY',
      language: 'nl',
      because: 'heeft meer decimalen dan de 0 van JPY',
    },
    {
      text: 'no customer "$& {id} <b>" in customers.csv',
      language: 'sv',
      because: 'ingen kund "$& {id} <b>" i customers.csv',
    },
    {
      text: 'invoice "two\nlines" was already given on line 7 with other values',
      language: 'nl',
      because: 'factuur "two\nlines" stond al op regel 7, met andere waarden',
    },
    {
      text: 'source files is not whole: invoices.csv could not be read to the end',
      language: 'nl',
      because: 'bron files is niet heel: invoices.csv kon niet tot het einde worden gelezen',
    },
  ] as const)('is said in $language: $because', ({ text, language, because }) => {
    expect(phraseIn(text, language)).toEqual({ because, language });
  });

  test.each([
    'Cannot sign in to Partner Center because the secret has expired',
    'source partner-center could not be read: Cannot sign in because the secret has expired',
    'is empty, or nearly so',
    'no row of payments.csv could be read, invoices.csv could not be read to the end',
    '',
  ])('without words for all of it stays in English, and says so: %s', (text) => {
    expect(phraseIn(text, 'nl')).toEqual({ because: text, language: 'en' });
  });

  test('is given back as it is in English, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(phraseIn(text, 'en')).toEqual({ because: text, language: 'en' });
      }),
    );
  });

  test.each(Language.options)('has the same values in %s as in English', (language) => {
    const named = (phrases: object) =>
      Object.entries(phrases).map(([key, phrase]) => [key, valuesIn(phrase)]);

    expect(named(WORDS[language].phrases)).toEqual(named(WORDS.en.phrases));
  });

  test.each(Object.entries(WORDS.en.phrases))('%s is found by its English', (key, phrase) => {
    const text = phrase.replace('{because}', 'is empty').replaceAll(/\{(\w+)\}/g, '7');
    const expected = Object.entries(WORDS.sv.phrases).find(([each]) => each === key)?.[1];

    expect(phraseIn(text, 'sv').because).toBe(
      expected?.replace('{because}', WORDS.sv.phrases.empty).replaceAll(/\{(\w+)\}/g, '7'),
    );
  });
});
