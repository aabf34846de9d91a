import { shortDay } from '../../format/days.ts';
import { money } from '../../format/money.ts';
import type { Customer } from '../../session/api.ts';
import { icon } from '../../shell/icons.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

type Anomaly = Customer['anomalies'][number];

/** Spikes come before everything else: they cost money while one reads. */
export const anomaliesCard = (anomalies: readonly Anomaly[]): readonly TemplateResult[] =>
  anomalies.filter(({ kind }) => kind === 'anomaly').map(banner);

const banner = ({
  startedOn,
  on,
  excess,
  currency,
  because,
  language,
}: Anomaly): TemplateResult => html`
  <section class="banner bad" role="note">
    ${icon('warning')}
    <p>
      <strong>${words().customer.anomalies}: ${words().stages.since(shortDay(startedOn ?? on))}.</strong>
      ${excess === null ? nothing : html`${words().customer.excess(money(excess, currency))}.`}
      <span lang=${language}>${because}</span>
    </p>
  </section>`;
