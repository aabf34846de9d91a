import { html, type TemplateResult } from '../vendor/lit-html.js';

/** One number that matters, its name before it and what it means after it. */
export const figure = (
  name: string,
  value: string,
  ...notes: readonly (TemplateResult | string)[]
): TemplateResult => html`<div class="figure">
  <dt>${name}</dt>
  <dd>${value}</dd>
  ${notes.map((note) => html`<dd>${note}</dd>`)}
</div>`;

export const figures = (shown: readonly TemplateResult[], classes = ''): TemplateResult =>
  html`<dl class="figures ${classes}">${shown}</dl>`;
