import { type Html, html, markupOf } from './html.ts';
import { STYLES } from './styles.ts';

/** Nothing is fetched and nothing is run, even where a name should turn out to be markup after all. */
const NOTHING_FROM_ELSEWHERE =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole page in one file. */
export const page = (title: string, content: readonly Html[]): string =>
  `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${markupOf(NOTHING_FROM_ELSEWHERE)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<style>
${markupOf(STYLES)}
</style>
</head>
<body>
${content.map((each) => html`${each}\n`)}</body>
</html>`.markup
  }\n`;
