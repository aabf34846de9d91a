import { longDay } from '../../format/days.ts';
import { agingBar } from '../../parts/aging-bar.ts';
import { statusChip } from '../../parts/chips.ts';
import { exportAgingButton } from '../../parts/export-aging.ts';
import { segments } from '../../parts/segments.ts';
import { startNightButton } from '../../parts/start-night.ts';
import { type Portfolio, readPortfolio } from '../../session/api.ts';
import { icon } from '../../shell/icons.ts';
import { addressOf } from '../../shell/route.ts';
import { empty } from '../../shell/states.ts';
import type { Screen, View } from '../../shell/view.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { exposureCard } from './exposure-card.ts';
import { ladderCard } from './ladder-card.ts';
import { movementsCard } from './movements-card.ts';
import { sourcesCard } from './sources-card.ts';
import { totalFigures } from './total-figures.ts';

export type Totals = Portfolio['totals'][number];

/** The last night at a glance, one currency at a time: two are never added. */
export const portfolio: View = async (screen) => {
  screen.title(words().portfolio.title);
  const night = await readPortfolio(screen.signal);
  const totals = night.totals.toSorted((a, b) => b.customers - a.customers);
  const draw = (currency: string | undefined): void =>
    screen.show(page(night, totals, currency, draw, screen));
  draw(totals[0]?.currency);
};

const page = (
  night: Portfolio,
  totals: readonly Totals[],
  chosen: string | undefined,
  choose: (currency: string) => void,
  screen: Screen,
): TemplateResult => {
  const shown = totals.find(({ currency }) => currency === chosen);
  return html`<div class="view">
    ${head(night, screen)}
    ${shown === undefined ? noNight() : nothing}
    ${night.holdStages === null ? nothing : heldBack(night.holdStages)}
    ${
      totals.length < 2
        ? nothing
        : segments(
            words().portfolio.currencies,
            totals.map(({ currency }) => currency),
            chosen,
            choose,
          )
    }
    ${shown === undefined ? nothing : inCurrency(night, shown)}
  </div>`;
};

const head = ({ asOf, run, today }: Portfolio, { can }: Screen): TemplateResult => html`
  <header class="view-head">
    <div>
      <h1>${words().portfolio.title}</h1>
      ${asOf === null ? nothing : html`<p class="muted">${words().common.asOf(longDay(asOf))}</p>`}
      ${
        run === null
          ? nothing
          : html`<p><a href=${addressOf('runs', run.id)}>${words().portfolio.lastNight}</a> ${statusChip(run.status)}</p>`
      }
    </div>
    <div class="actions">
      ${asOf === null ? nothing : exportAgingButton()} ${can.control ? startNightButton(today) : nothing}
    </div>
  </header>`;

const inCurrency = (night: Portfolio, totals: Totals): TemplateResult => {
  const { currency } = totals;
  const isShown = (each: { readonly currency: string | null }): boolean =>
    each.currency === currency;
  return html`
    ${totalFigures(totals)}
    <section class="card">
      <header><h2>${words().aging.title}</h2></header>
      ${agingBar(totals.buckets, currency, totals.unapplied)}
    </section>
    <div class="columns two">
      <div class="view">
        ${ladderCard(night.ladder.filter(isShown))} ${sourcesCard(night.sources)}
      </div>
      ${exposureCard(night.topExposure.filter(isShown), currency)}
    </div>
    ${movementsCard(night.movements.filter(isShown), night.movements.length, night.moved)}`;
};

const heldBack = (because: string): TemplateResult => html`
  <section class="banner" role="note">
    ${icon('warning')}
    <p><strong>${words().portfolio.dataHeldBack}.</strong> <span lang="en">${because}</span></p>
  </section>`;

const noNight = (): TemplateResult => html`
  <section class="card">
    ${empty('runs', words().portfolio.noNight, words().portfolio.noNightText)}
  </section>`;
