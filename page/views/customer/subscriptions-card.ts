import { shortDay } from '../../format/days.ts';
import { count } from '../../format/numbers.ts';
import { chip, type Tone } from '../../parts/chips.ts';
import { wordFor } from '../../parts/name-of.ts';
import { under } from '../../parts/table.ts';
import type { Subscriptions } from '../../session/api.ts';
import { reasonOf } from '../../shell/states.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import type { SubscriptionsSeen } from './subscriptions.ts';

type Subscription = Subscriptions['subscriptions'][number];

const TONES: Readonly<Record<string, Tone>> = {
  active: 'good',
  suspended: 'bad',
  pending: 'accent',
};

/** What the customer subscribes to, as the portal has it now. Without a portal there is no card. */
export function subscriptionsCard(
  seen: SubscriptionsSeen,
  again: () => void,
): TemplateResult | typeof nothing {
  if (seen === 'nowhere') return nothing;
  return html`<section class="card" id="subscriptions">
    <header><h2>${words().subscriptions.title}</h2></header>
    ${content(seen, again)}
  </section>`;
}

function content(seen: Exclude<SubscriptionsSeen, 'nowhere'>, again: () => void): TemplateResult {
  const say = words().subscriptions;
  if (seen === 'loading') return html`<p class="muted" role="status">${words().states.loading}</p>`;
  if ('failedWith' in seen) return failed(html`${reasonOf(seen.failedWith)}`, again);
  const { subscriptions, missing, because } = seen;
  if (missing === 'tenant') return html`<p class="muted">${say.noTenant}</p>`;
  if (missing !== null) return failed(html`<span lang="en">${because}</span>`, again);
  if (subscriptions.length === 0) return html`<p class="muted">${say.none}</p>`;
  return html`<ul class="lines">${activeFirst(subscriptions).map(line)}</ul>`;
}

const failed = (reason: TemplateResult, again: () => void): TemplateResult => html`
  <p role="alert">${reason}</p>
  <div class="buttons">
    <button type="button" class="button" @click=${again}>${words().states.again}</button>
  </div>`;

const activeFirst = (subscriptions: readonly Subscription[]): readonly Subscription[] =>
  subscriptions.toSorted(
    (a, b) =>
      Number(b.status === 'active') - Number(a.status === 'active') || a.name.localeCompare(b.name),
  );

const line = ({ name, status, committedThrough, ...rest }: Subscription): TemplateResult => {
  const end = committedThrough;
  const term = end === null ? [] : [words().subscriptions.committedThrough(shortDay(end))];
  return html`<li>
    <div class="line-head">
      <strong>${name}</strong> ${chip(wordFor(words().subscriptionStatuses, status), TONES[status])}
    </div>
    ${under([howMuch(rest), ...term].join(' · '))}
  </li>`;
};

function howMuch({ billing, quantity, unit }: Pick<Subscription, 'billing' | 'quantity' | 'unit'>) {
  if (billing === 'usage') return words().subscriptions.byUsage;
  if (billing === 'license') return words().subscriptions.licenses(quantity);
  return unit === null ? count(quantity) : `${count(quantity)} ${unit}`;
}
