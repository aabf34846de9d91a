import type { Language } from './language.ts';
import type { PhraseKey, Phrases } from './words.ts';
import { WORDS, wordsOf } from './words-of.ts';

type Said = { readonly because: string; readonly language: Language };

/**
 * A text that was kept in English alone, such as why a row was rejected, in a language; in English
 * still where there are no words for all of it.
 */
export function phraseIn(text: string, language: Language): Said {
  const said = language === 'en' ? undefined : translated(text, wordsOf(language).phrases);
  return said === undefined ? { because: text, language: 'en' } : { because: said, language };
}

export type Say = (text: string) => string;

/** The same for what needs no mark of its language. */
export const sayIn =
  (language: Language): Say =>
  (text) =>
    phraseIn(text, language).because;

function translated(text: string, phrases: Phrases): string | undefined {
  const found = meant(text);
  if (found === undefined) return undefined;
  const { key, values } = found;
  const because = values['because'];
  const inner = because === undefined ? undefined : translated(because, phrases);
  if (because !== undefined && inner === undefined) return undefined;
  return phrases[key].replaceAll(VALUE, (_, name: string) =>
    name === 'because' ? (inner ?? '') : (values[name] ?? ''),
  );
}

const VALUE = /\{(\w+)\}/g;

function meant(text: string) {
  for (const [key, pattern] of patterns()) {
    const match = pattern.exec(text);
    if (match !== null) return { key, values: match.groups ?? {} };
  }
  return undefined;
}

let kept: ReadonlyMap<PhraseKey, RegExp> | undefined;

/** The English phrases as what they match: made once, when the first is asked for. */
function patterns(): ReadonlyMap<PhraseKey, RegExp> {
  const { phrases } = WORDS.en;
  const isKey = (key: string): key is PhraseKey => Object.hasOwn(phrases, key);
  kept ??= new Map(
    Object.keys(phrases)
      .filter(isKey)
      .map((key) => [key, patternOf(phrases[key])]),
  );
  return kept;
}

/** A file stands alone: with a comma or a colon before it, the text says more than the phrase. */
function patternOf(phrase: string): RegExp {
  const text = phrase
    .replaceAll(/[.*+?^$()|[\]\\/]/g, '\\$&')
    .replaceAll('{file}', '(?<file>[^,:]*)')
    .replaceAll(VALUE, '(?<$1>.*)');
  return new RegExp(`^${text}$`, 's');
}
