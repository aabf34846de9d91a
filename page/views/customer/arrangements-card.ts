import { shortDay } from '../../format/days.ts';
import { money } from '../../format/money.ts';
import { chip } from '../../parts/chips.ts';
import { wordFor } from '../../parts/name-of.ts';
import { under } from '../../parts/table.ts';
import type { Arrangement, Customer } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { endForm, recordArrangement } from './arrangement-form.ts';
import type { Desk } from './customer.ts';

/** What was agreed, by people here and in the books. What is over comes last. */
export const arrangementsCard = (seen: Customer, desk: Desk): TemplateResult => {
  const sorted = seen.arrangements.toSorted(
    (a, b) => Number(b.isInForce) - Number(a.isInForce) || b.from.localeCompare(a.from),
  );
  return html`<section class="card">
    <header><h2>${words().customer.arrangements}</h2></header>
    ${
      sorted.length === 0
        ? html`<p class="muted">${words().customer.noArrangements}</p>`
        : html`<ul class="lines">${sorted.map((each) => line(each, seen, desk))}</ul>`
    }
  </section>`;
};

const line = (each: Arrangement, seen: Customer, desk: Desk): TemplateResult => html`
  <li class=${each.isInForce ? '' : 'over'}>
    <div class="line-head">
      <strong>${wordFor(words().kinds, each.kind)}</strong>
      ${each.isInForce ? nothing : chip(words().customer.over)}
      ${each.amount === null ? nothing : html`<span class="number">${money(each.amount, each.currency)}</span>`}
      ${each.invoiceId === null ? nothing : html`<span class="id">${each.invoiceId}</span>`}
    </div>
    <span class="under">${span(each)} · ${origin(each)}</span>
    ${under(each.reason)} ${desk.canControl && each.isInForce ? buttons(each, seen, desk) : nothing}
  </li>`;

const span = ({ from, until }: Arrangement): string => {
  const { customer } = words();
  const end = until === null ? customer.openEnded : customer.until(shortDay(until));
  return `${customer.from(shortDay(from))} ${end}`;
};

const origin = ({ source, by }: Arrangement): string => {
  const { customer } = words();
  const who = by === null ? '' : customer.recordedBy(by);
  return source === 'books' ? `${customer.fromBooks} ${who}`.trim() : who;
};

/** What the books say is changed in the books. */
function buttons(each: Arrangement, seen: Customer, desk: Desk): TemplateResult | typeof nothing {
  const { id, etag } = each;
  if (id === null || etag === null) return nothing;
  const entry = { ...each, id, etag };
  return html`<div class="buttons">
    <button
      type="button"
      class="button quiet"
      @click=${() => recordArrangement(each.kind, seen, entry, desk)}
    >
      ${words().customer.changeIt}
    </button>
    <button type="button" class="button quiet" @click=${() => endForm(entry, seen, desk)}>
      ${words().customer.endIt}
    </button>
  </div>`;
}
