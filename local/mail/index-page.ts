import { html } from '../../shared/effects/email/look/html.ts';
import type { Preview } from './previews.ts';

/** A list of e-mails, each shown beside it in a frame as wide as a phone or a desk. */
export function indexPage(all: readonly Preview[]): string {
  const rows = all.map(({ name, language, to, subject, files }) => {
    const page = `${name}.${language}`;
    const attached = files.map(
      (file) => html` · <a href="${`${page}.${file.name}`}" target="mail">${file.name}</a>`,
    );
    return html`<li><a href="${page}.html" target="mail">${subject}</a><small>${name} · ${language} · ${to} · <a href="${page}.txt" target="mail">text</a>${attached}</small></li>`;
  });
  const [first] = all;
  const start = first === undefined ? '' : `${first.name}.${first.language}.html`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>E-mails of Duewatch</title>
<style>
:root { color-scheme: light dark }
body { margin: 0; display: flex; height: 100vh; font: 14px/1.5 system-ui, sans-serif }
nav { width: 400px; overflow: auto; padding: 12px 16px; box-sizing: border-box }
ul { list-style: none; margin: 0; padding: 0 } li { padding: 7px 0 } small { display: block; opacity: .75 }
main { flex: 1; display: flex; flex-direction: column } iframe { flex: 1; border: 0; width: 100%; margin: 0 auto }
label { padding: 8px 16px }
main:has(#phone:checked) iframe { max-width: 375px }
</style></head>
<body><nav><ul>${rows}</ul></nav>
<main><label><input type="checkbox" id="phone"> as on a phone</label><iframe name="mail" title="E-mail" src="${start}"></iframe></main></body></html>
`.markup;
}
