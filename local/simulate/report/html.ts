import { literalLine } from '../../../shared/decisions/email/literal-line.ts';
import { escaped } from '../../../shared/effects/email/look/html.ts';

/** Markup. Only `html` makes it, and `markupOf` for what a library of ours has drawn. */
export type Html = { readonly markup: string };

type Part = Html | string | number | undefined | readonly Part[];

/** The one place where text becomes HTML: names are others' and show as they are, never as markup. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: fixed.reduce((text, piece, at) => text + markup(parts[at - 1]) + piece),
});

/** Markup that needs no escaping because none of it comes from data. */
export const markupOf = (text: string): Html => ({ markup: text });

/** A text of others, which may be written from the right without moving what stands around it. */
export const named = (text: string): Html => html`<bdi>${text}</bdi>`;

function markup(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escaped(literalLine(part));
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(markup).join('');
}
