import { chip } from '../../parts/chips.ts';
import { runForCustomerButton } from '../../parts/start-night.ts';
import type { Customer, NewArrangement } from '../../session/api.ts';
import { icon } from '../../shell/icons.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { lastListAddress } from '../customers/filter.ts';
import { recordArrangement } from './arrangement-form.ts';
import type { Desk } from './customer.ts';

/** Those that one records most come first. */
const KINDS = ['promise', 'dispute', 'hold', 'snooze', 'write-off', 'fraud-case'] as const;

export const customerHead = (seen: Customer, desk: Desk): TemplateResult => html`
  <header class="view-head">
    <div>
      <a class="back" href=${lastListAddress()}>${icon('back')}${words().customer.back}</a>
      <h1>${seen.customer.name}</h1>
      ${details(seen.customer)}
    </div>
    <div class="actions">
      ${desk.canControl ? KINDS.map((kind) => recordButton(kind, seen, desk)) : nothing}
      ${desk.canControl ? runForCustomerButton(seen.customer.customerId, seen.today) : nothing}
    </div>
  </header>`;

const details = (customer: Customer['customer']): TemplateResult => html`
  <p class="muted">
    ${customer.customerId} · ${customer.accountManager?.name ?? words().customers.noManager} ·
    ${customer.billingEmail ?? words().customer.noContact}
    ${customer.policy === undefined ? nothing : html` · ${words().customer.policy}: ${customer.policy}`}
  </p>
  ${customer.tags.length === 0 ? nothing : html`<div class="chips">${customer.tags.map((tag) => chip(tag))}</div>`}`;

const recordButton = (
  kind: NewArrangement['kind'],
  seen: Customer,
  desk: Desk,
): TemplateResult => html`
  <button
    type="button"
    class="button ${kind === 'promise' ? 'first' : ''}"
    @click=${() => recordArrangement(kind, seen, undefined, desk)}
  >
    ${words().kinds[kind]}
  </button>`;
