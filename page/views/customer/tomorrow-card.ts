import { longDay } from '../../format/days.ts';
import { stageName } from '../../parts/chips.ts';
import { wordFor } from '../../parts/name-of.ts';
import { under } from '../../parts/table.ts';
import type { Customer } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

type Tomorrow = NonNullable<Customer['tomorrow']>;
type Account = Tomorrow['accounts'][number];
type Notice = Tomorrow['notices'][number];

/** What the next night would decide: the answer to "and if I record this promise?". */
export const tomorrowCard = ({ tomorrow }: Customer): TemplateResult | typeof nothing =>
  tomorrow === null
    ? nothing
    : html`<section class="card" id="tomorrow">
        <header>
          <h2>${words().customer.nextTitle(longDay(tomorrow.on))}</h2>
          <p class="muted small">${words().customer.nextText}</p>
        </header>
        <ul class="lines">${tomorrow.accounts.map(accountLine)}</ul>
        ${notices(tomorrow.notices)}
      </section>`;

const accountLine = ({ currency, from, stage, because, language }: Account): TemplateResult => html`
  <li>
    <strong>${currency}:</strong>
    ${
      from === stage
        ? words().customer.nextSame
        : words().customer.nextChange(stageName(from), stageName(stage))
    }
    <span lang=${language}>${under(because)}</span>
  </li>`;

const notices = (said: readonly Notice[]): TemplateResult =>
  said.length === 0
    ? html`<p class="muted">${words().customer.nextSaysNothing}</p>`
    : html`<h3>${words().customer.nextSays}</h3>
        <ul class="lines">${said.map(noticeLine)}</ul>`;

const noticeLine = ({ kind, stage, tell }: Notice): TemplateResult => html`
  <li>
    ${wordFor(words().noticeKinds, kind)}${stage === null ? nothing : html`, ${stageName(stage)}`}
    ${under(tell.map((audience) => wordFor(words().audiences, audience)).join(', '))}
  </li>`;
