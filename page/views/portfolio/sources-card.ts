import { instant } from '../../format/days.ts';
import { chip } from '../../parts/chips.ts';
import { under } from '../../parts/table.ts';
import type { Portfolio } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';

type Source = Portfolio['sources'][number];

/** How old what we know is: nothing on this page is newer than that. */
export const sourcesCard = (sources: readonly Source[]): TemplateResult => html`
  <section class="card">
    <header><h2>${words().portfolio.data}</h2></header>
    <ul class="sources">${sources.map(sourceItem)}</ul>
  </section>`;

const sourceItem = ({ name, newestAt, ageHours, said, ...rest }: Source): TemplateResult => html`
  <li>
    <div>
      <strong>${name}</strong>
      <span class="under">
        ${ageHours === null ? nothing : `${age(ageHours)} · `}
        ${newestAt === null ? words().portfolio.ageUnknown : instant(newestAt)}
      </span>
      ${rest.rejected === 0 ? nothing : under(words().portfolio.rejected(rest.rejected))}
      ${said === null ? nothing : html`<span class="under" lang=${said.language}>${said.because}</span>`}
    </div>
    ${state(rest)}
  </li>`;

function state({ status, isStale }: Pick<Source, 'status' | 'isStale'>): TemplateResult {
  const { portfolio } = words();
  if (status === 'failed') return chip(portfolio.unread, 'bad');
  return isStale ? chip(portfolio.stale, 'warn') : chip(portfolio.fresh, 'good');
}

function age(hours: number): string {
  const { portfolio } = words();
  return hours < 72 ? portfolio.ageHours(hours) : portfolio.ageDays(hours / 24);
}
