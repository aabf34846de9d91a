import { instant, shortDay } from '../../format/days.ts';
import { stageChange, stageName } from '../../parts/chips.ts';
import { nameOf, wordFor } from '../../parts/name-of.ts';
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

const item = (event: Event): TemplateResult => {
  const { on, at, kind, by, currency } = event;
  return html`
  <li>
    <span class="under">
      ${at === null ? shortDay(on) : instant(at)} · ${eventName(kind)}${currency === null ? nothing : html` · ${currency}`}${
        by === null ? nothing : html` · ${words().customer.recordedBy(by)}`
      }
    </span>
    ${said(event)}
  </li>`;
};

/** In the reader's language where the reason is known as data, else as it was written down. */
function said({ text, because, language, from, stage, kind, tell }: Event): TemplateResult {
  if (because === null) return html`<span lang="en">${text}</span>`;
  const about = kind.startsWith('stage-') ? stageChange(from, stage) : stage && stageName(stage);
  const whom = tell.map((each) => wordFor(words().audiences, each)).join(', ');
  const lead = [about, whom].filter(Boolean).join(' · ');
  return html`${lead === '' ? nothing : html`<strong>${lead}:</strong> `}<span lang=${language}>${because}</span>`;
}

/** `promise-recorded` is a kind of arrangement and what became of it; the others have their names. */
function eventName(kind: string): string {
  const { events, noticeKinds, kinds, eventVerbs } = words();
  const named = { ...noticeKinds, ...events };
  if (Object.hasOwn(named, kind)) return wordFor(named, kind);
  const [, arrangement = '', verb = ''] = /^(.+)-([a-z]+)$/.exec(kind) ?? [];
  const become = Object.entries(eventVerbs).find(([name]) => name === verb)?.[1];
  return become === undefined || !Object.hasOwn(kinds, arrangement)
    ? nameOf(kind)
    : become(wordFor(kinds, arrangement));
}
