import mjml, { registerComponent } from 'mjml-core';
import presetCore from 'mjml-preset-core';

/** What MJML calls the end of the body, and what comes after it. */
const END = 'end';
/** After it there is nothing but what closes the page. */
const NOTHING = 'nothing';

/**
 * Compiles the one MJML page of all parts to a TypeScript module of functions, a part each: what
 * stands in braces is what the function is given, and is escaped where it is text.
 */
export async function compileParts(source: string): Promise<string> {
  for (const component of presetCore.components) registerComponent(component);
  const { html, errors } = await mjml.default(source, {
    validationLevel: 'skip',
    // Or it would have mail programs fetch a font of the name from elsewhere.
    fonts: {},
  });
  if (errors.length > 0) throw new SyntaxError(errors.map(({ message }) => message).join('\n'));
  const [page = '', ...pieces] = squeezed(html).split(/@@part (\w+)@@/);
  const parts = new Map<string, string>([['page', page]]);
  for (let at = 0; at < pieces.length; at += 2) parts.set(pieces[at] ?? '', pieces[at + 1] ?? '');
  const close = parts.get(NOTHING) ?? '';
  parts.delete(NOTHING);
  parts.delete(END);
  return [HEADER, ...[...parts].map(asFunction), asFunction(['close', close]), ''].join('\n\n');
}

const HEADER = `// Written by \`npm run templates\` from mail.mjml: change that, and run it again.
import { type Html, html } from './html.ts';

type Slots<Name extends string> = Readonly<Record<Name, string | number | Html | readonly Html[]>>;`;

/** Spaces between tags show nothing, and a mail has a size limit. */
const squeezed = (markup: string): string =>
  markup.replaceAll(/\s+/g, ' ').replaceAll(/> </g, '><').replaceAll(/ \/>/g, '>').trim();

function asFunction([name, markup]: readonly [string, string]): string {
  const slots = [...new Set([...markup.matchAll(/\{\{(\w+)\}\}/g)].map(([, slot = '']) => slot))];
  const text = markup
    .replaceAll(/[\\`]|\$\{/g, (each) => `\\${each}`)
    .replaceAll(/\{\{(\w+)\}\}/g, (_, slot: string) => `$\{${slot}}`);
  if (slots.length === 0) return `export const ${name}: Html = html\`${text}\`;`;
  const type = slots.map((slot) => `'${slot}'`).join(' | ');
  return `export const ${name} = ({ ${slots.join(', ')} }: Slots<${type}>): Html => html\`${text}\`;`;
}
