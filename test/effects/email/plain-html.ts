/**
 * HTML to read line by line: without what only one mail program looks at, and without styles.
 * Spaces that do not break are written out, for a reviewer to see.
 */
export function plainHtml(html: string): string {
  return html
    .replaceAll(/<!--\[if [^!].*?<!\[endif\]-->/gs, '')
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<style.*?<\/style>/gs, '')
    .replaceAll(
      / (?:style|class|cellpadding|cellspacing|border|bgcolor|valign|xmlns(?::\w)?)="[^"]*"/g,
      '',
    )
    .replaceAll(/<\/?(?:div|tbody)[^>]*>/g, '')
    .replaceAll(/(<\/?(?:table|tr|thead|caption|h\d|head|body|html|title|meta|img)[^>]*>)/g, '\n$1')
    .replaceAll(/[ \t]*\n\s*/g, '\n')
    .trim()
    .replaceAll('\u00A0', '&nbsp;')
    .concat('\n');
}
