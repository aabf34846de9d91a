import { describe, expect, test } from 'vitest';
import { languageFor } from '../../page/words/current-language.ts';
import { en } from '../../page/words/en.ts';
import { nl } from '../../page/words/nl.ts';
import { sv } from '../../page/words/sv.ts';

/** Every text with the path to it; what a function says is what it says of these. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(2, 3))]];
  return Object.entries(value ?? {}).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

/** Longer texts that are the same in both languages, and right in both. */
const SAME = ['Ladder “2”'];

describe('the languages of the page', () => {
  test.each([
    { name: 'Dutch', words: nl },
    { name: 'Swedish', words: sv },
  ])('$name says everything that English says, and nothing else', ({ words }) => {
    expect(textsOf(words).map(([path]) => path)).toEqual(textsOf(en).map(([path]) => path));
    expect(textsOf(words).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each([
    { name: 'Dutch', words: nl },
    { name: 'Swedish', words: sv },
  ])('$name is not English that nobody translated', ({ words }) => {
    const english = new Map(textsOf(en));
    const same = textsOf(words).filter(
      ([path, text]) => english.get(path) === text && text.length > 8 && !SAME.includes(text),
    );

    expect(same).toEqual([]);
  });

  test('what a text is told is in it', () => {
    for (const words of [en, nl, sv]) {
      expect(words.common.of('12', '28')).toMatch(/12.*28/);
      expect(words.run.evaluated('12', '28')).toMatch(/12.*28/);
      expect(words.customer.nextChange('A', 'B')).toMatch(/A.*B/);
    }
  });

  test.each([
    { wanted: ['nl-BE', 'en'], language: 'nl' },
    { wanted: [null, 'fr-FR', 'sv-SE'], language: 'sv' },
    { wanted: [undefined, 'ja'], language: 'en' },
    { wanted: [], language: 'en' },
  ])('who wants $wanted reads $language', ({ wanted, language }) => {
    expect(languageFor(wanted)).toBe(language);
  });
});
