import { instant, shortDay } from '../../format/days.ts';
import { nameOf } from '../../parts/name-of.ts';
import type { History } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

type Event = History['events'][number];

/** Everything said and done, newest first. */
export const historyCard = ({ events, next }: History, more: () => void): TemplateResult => html`
  <section class="card">
    <header><h2>${words().customer.history}</h2></header>
    ${
      events.length === 0
        ? html`<p class="muted">${words().customer.noHistory}</p>`
        : html`<ol class="timeline">${events.map(item)}</ol>`
    }
    ${
      next === undefined
        ? nothing
        : html`<button type="button" class="button" @click=${more}>${words().common.more}</button>`
    }
  </section>`;

const item = ({ on, at, kind, text, by, currency }: Event): TemplateResult => html`
  <li>
    <span class="under">
      ${at === null ? shortDay(on) : instant(at)} · ${nameOf(kind)}${currency === null ? nothing : html` · ${currency}`}${
        by === null ? nothing : html` · ${words().customer.recordedBy(by)}`
      }
    </span>
    <span lang="en">${text}</span>
  </li>`;
