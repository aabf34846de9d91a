import { shortDay } from '../../format/days.ts';
import { isAboveZero, money } from '../../format/money.ts';
import { count } from '../../format/numbers.ts';
import { chip, stageName, type Tone } from '../../parts/chips.ts';
import { wordFor } from '../../parts/name-of.ts';
import { under } from '../../parts/table.ts';
import type { Portfolio } from '../../session/api.ts';
import { icon } from '../../shell/icons.ts';
import { addressOf } from '../../shell/route.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { customersAt } from '../customers/filter.ts';

type Attention = Portfolio['attention'][number];
type Ending = Portfolio['ending'][number];

const SHOWN = 5;

/** What asks for a person today, in any currency: what to decide, whom to call, what lapses. */
export const morningCard = (night: Portfolio): TemplateResult => {
  const { attention, asked, ending } = night;
  const failed = night.run?.failed ?? 0;
  const people = [...Map.groupBy(attention, ({ customerId }) => customerId).values()];
  const { portfolio } = words();
  return html`<section class="card" id="morning">
    <header>
      <h2>${portfolio.morning}</h2>
      ${
        attention.length < asked
          ? html`<p class="muted small">${portfolio.morningShown(count(attention.length), count(asked))}</p>`
          : nothing
      }
    </header>
    ${
      attention.length + ending.length + failed === 0
        ? html`<p class="muted">${portfolio.morningCalm}</p>`
        : html`<ul class="lines asks">
            ${failed === 0 ? nothing : failedLine(failed)} ${people.slice(0, SHOWN).map(line)}
            ${people.length > SHOWN ? more(people.slice(SHOWN)) : nothing} ${ending.map(endingLine)}
          </ul>`
    }
  </section>`;
};

const failedLine = (failed: number): TemplateResult => html`
  <li>
    <a href=${customersAt({ flag: 'failed' })}>${words().portfolio.failed(failed)}</a>
  </li>`;

/** One customer, and all that is pressing about it. */
const line = (about: readonly Attention[]): TemplateResult => {
  const [first] = about;
  if (first === undefined) return html``;
  const overdue = new Map(
    about
      .filter((each) => isAboveZero(each.overdue))
      .map((each) => [each.currency, each.overdue] as const),
  );
  return html`<li>
    <div class="line-head">
      <a href=${addressOf('customers', first.customerId)}>${first.name}</a>
      ${about.map((each) => chip(whatOf(each), toneOf(each)))}
      ${overdue.size === 0 ? nothing : overdueAmounts(overdue)}
    </div>
    ${about.map(
      (each) => html`
        <span class="under">
          <span lang=${each.language}>${each.because}</span>
          ${each.since === undefined ? nothing : html` · ${words().stages.since(shortDay(each.since))}`}
        </span>`,
    )}
  </li>`;
};

const overdueAmounts = (overdue: ReadonlyMap<string, string>): TemplateResult => html`
  <span class="number">
    <span class="muted small">${words().money.overdue}</span>
    ${[...overdue].map(([currency, amount]) => money(amount, currency)).join(' · ')}
  </span>`;

const more = (rest: readonly (readonly Attention[])[]): TemplateResult => html`
  <li>
    <details>
      <summary>${words().portfolio.morningMore(rest.length)}</summary>
      <ul class="lines asks">${rest.map(line)}</ul>
    </details>
  </li>`;

const endingLine = ({ customerId, name, kind, invoiceId, until }: Ending): TemplateResult => html`
  <li>
    <div class="line-head">
      <a href=${addressOf('customers', customerId)}>${name}</a>
      <span>${icon('calendar')}${endOf(kind, shortDay(until))}</span>
    </div>
    ${under(invoiceId)}
  </li>`;

const endOf = (kind: Ending['kind'], day: string): string =>
  kind === 'promise'
    ? words().portfolio.promisedBy(day)
    : words().portfolio.endsSoon(words().kinds[kind], day);

function whatOf({ kind, stage, actions }: Attention): string {
  const { noticeKinds, portfolio } = words();
  const [action] = actions;
  if (action !== undefined) return portfolio.proposes(wordFor(words().actions, action));
  if (kind === 'dunning' && stage !== null) return stageName(stage);
  return wordFor(noticeKinds, kind);
}

const toneOf = ({ kind, actions }: Attention): Tone =>
  actions.length > 0 || kind === 'anomaly' || kind === 'promise-broken' ? 'bad' : 'warn';
