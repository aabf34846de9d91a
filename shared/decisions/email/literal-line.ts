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

const BETWEEN_DIGITS = /(?<=\d)\u00A0(?=\d)/u;
const BEFORE_UNIT = /(?<=\d) (?=%|[A-Z]{3}(?![\p{L}\d]))/gu;

/**
 * A literal line that keeps figures whole: "2 100,00 EUR" is read wrongly when it goes on in the
 * next line, and a time goes with its UTC. Between other characters a space that does not break is
 * an ordinary one, so that no name makes a line too wide.
 */
export const unbrokenLine = (text: string): string =>
  text.split(BETWEEN_DIGITS).map(literalLine).join('\u00A0').replace(BEFORE_UNIT, '\u00A0');

/** A literal line of at most so many characters, the last one an ellipsis where it was longer. */
export function shortLine(text: string, maxCharacters: number): string {
  const characters = [...literalLine(text)];
  if (characters.length <= maxCharacters) return characters.join('');
  return `${characters.slice(0, maxCharacters - 1).join('')}…`;
}
