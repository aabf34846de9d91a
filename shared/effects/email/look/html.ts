import { literalLine } from '../../../decisions/email/literal-line.ts';

/** Markup. Only `html` makes it, so whatever else there is gets escaped. */
export type Html = { readonly markup: string };

type Part = Html | string | number | readonly Html[];

/** The one place where text becomes HTML: names are others' and show as they are, never as markup. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: fixed.reduce((text, piece, at) => text + markup(parts[at - 1] ?? '') + piece),
});

function markup(part: Part): string {
  if (typeof part === 'string') return escaped(unbroken(part));
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map((each) => each.markup).join('');
}

const BETWEEN_DIGITS = /(?<=\d)\u00A0(?=\d)/u;
const BEFORE_UNIT = /(?<=\d) (?=[A-Z]{3}(?![\p{L}\d]))/gu;

/**
 * A literal line that keeps figures whole: "2 100,00 EUR" is read wrongly when it goes on in the
 * next line, and a time goes with its UTC. Between other characters a space that does not break is
 * an ordinary one, so that no name makes a line too wide.
 */
const unbroken = (text: string): string =>
  text.split(BETWEEN_DIGITS).map(literalLine).join('\u00A0').replace(BEFORE_UNIT, '\u00A0');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (each) => ENTITIES[each] ?? '');
