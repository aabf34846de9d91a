import type { Customer } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

/** What was due to be said and was not: each with its reason, so that nobody wonders. */
export const withheldCard = ({ suppressed }: Customer): TemplateResult | typeof nothing =>
  suppressed.length === 0
    ? nothing
    : html`<section class="card">
        <header><h2>${words().customer.withheld}</h2></header>
        <ul class="lines">
          ${suppressed.map(({ because, language }) => html`<li lang=${language}>${because}</li>`)}
        </ul>
      </section>`;
