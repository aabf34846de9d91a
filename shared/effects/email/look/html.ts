import { unbrokenLine } from '../../../decisions/email/literal-line.ts';

/** Markup. Only `html` makes it, so whatever else there is gets escaped. */
export type Html = { readonly markup: string };

type Part = Html | string | number | readonly Html[];

/** The one place where text becomes HTML: names are others' and show as they are, never as markup. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: fixed.reduce((text, piece, at) => text + markup(parts[at - 1] ?? '') + piece),
});

function markup(part: Part): string {
  if (typeof part === 'string') return escaped(unbrokenLine(part));
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map((each) => each.markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (each) => ENTITIES[each] ?? '');
