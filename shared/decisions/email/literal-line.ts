const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/gu;
const BREAKS_AND_CONTROLS = /[\s\p{Cc}]+/gu;

/**
 * Text of others as one line that shows what is in it: a line break cannot start a header or a
 * table row, and characters that reorder what a person reads are written out.
 */
export function literalLine(text: string): string {
  return text
    .toWellFormed()
    .replace(DIRECTION_OVERRIDES, (each) => `\\u${each.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(BREAKS_AND_CONTROLS, ' ')
    .trim();
}

/** A literal line of at most so many characters, the last one an ellipsis where it was longer. */
export function shortLine(text: string, maxCharacters: number): string {
  const characters = [...literalLine(text)];
  if (characters.length <= maxCharacters) return characters.join('');
  return `${characters.slice(0, maxCharacters - 1).join('')}…`;
}
