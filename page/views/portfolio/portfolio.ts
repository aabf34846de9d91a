import { longDay } from '../../format/days.ts';
import { count } from '../../format/numbers.ts';
import { agingBar } from '../../parts/aging-bar.ts';
import { statusChip } from '../../parts/chips.ts';
import { exportAgingButton } from '../../parts/export-aging.ts';
import { segments } from '../../parts/segments.ts';
import { startNightButton } from '../../parts/start-night.ts';
import { type Portfolio, readPortfolio } from '../../session/api.ts';
import { followRuns, isActive } from '../../session/follow-runs.ts';
import { icon } from '../../shell/icons.ts';
import { addressOf } from '../../shell/route.ts';
import { empty } from '../../shell/states.ts';
import type { Screen, View } from '../../shell/view.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { exposureCard } from './exposure-card.ts';
import { ladderCard } from './ladder-card.ts';
import { morningCard } from './morning-card.ts';
import { movementsCard } from './movements-card.ts';
import { sourcesCard } from './sources-card.ts';
import { totalFigures } from './total-figures.ts';

export type Totals = Portfolio['totals'][number];

type RunRow = NonNullable<Portfolio['run']>;

type Seen = {
  readonly night: Portfolio;
  readonly currency: string | undefined;
  /** A night that has not ended yet, whoever started it. */
  readonly running: RunRow | undefined;
};

/** The last night at a glance, one currency at a time: two are never added. */
export const portfolio: View = async (screen, _, query) => {
  screen.title(words().portfolio.title);
  let seen: Seen = {
    night: await readPortfolio(screen.signal),
    currency: query['currency'],
    running: undefined,
  };
  const draw = (): void => screen.show(page(seen, choose, screen));
  const choose = (currency: string): void => {
    seen = { ...seen, currency };
    screen.note({ currency }, 'same');
    draw();
  };
  draw();
  await followRuns(screen.signal, async ({ runs }) => {
    const running = runs.find((each) => isActive(each) && isNight(each));
    const last = runs.find((each) => !isActive(each) && isNight(each));
    const hasEnded = last !== undefined && running === undefined && seen.running?.id === last.id;
    const night = hasEnded
      ? await readPortfolio(screen.signal).catch(() => seen.night)
      : seen.night;
    seen = { ...seen, night, running };
    draw();
  });
};

const isNight = ({ dryRun, customerId }: RunRow): boolean => !dryRun && customerId === null;

const page = (
  { night, currency, running }: Seen,
  choose: (currency: string) => void,
  screen: Screen,
): TemplateResult => {
  const totals = night.totals.toSorted((a, b) => b.customers - a.customers);
  const shown = totals.find((each) => each.currency === currency) ?? totals[0];
  return html`<div class="view">
    ${head(night, screen)} ${running === undefined ? nothing : runningNow(running)}
    ${heldBack(night.said.holdStages)}
    ${night.asOf === null ? noNight() : morningCard(night)}
    ${shown === undefined ? nothing : inCurrency(night, totals, shown, choose)}
    ${night.asOf !== null && shown === undefined ? html`${noCustomers()} ${sourcesCard(night.sources)}` : nothing}
  </div>`;
};

const currencies = (
  totals: readonly Totals[],
  shown: Totals,
  choose: (currency: string) => void,
): TemplateResult | typeof nothing =>
  totals.length < 2
    ? nothing
    : segments(
        words().portfolio.currencies,
        totals.map(({ currency }) => currency),
        shown.currency,
        choose,
      );

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

const inCurrency = (
  night: Portfolio,
  all: readonly Totals[],
  totals: Totals,
  choose: (currency: string) => void,
): TemplateResult => {
  const { currency } = totals;
  const isShown = (each: { readonly currency: string | null }): boolean =>
    each.currency === currency;
  return html`
    ${currencies(all, totals, choose)} ${totalFigures(totals)}
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

const heldBack = (said: Portfolio['said']['holdStages']): TemplateResult | typeof nothing =>
  said === null
    ? nothing
    : html`<section class="banner" role="note">
        ${icon('warning')}
        <p>
          <strong>${words().portfolio.dataHeldBack}.</strong>
          <span lang=${said.language}>${said.because}</span>
        </p>
      </section>`;

const noNight = (): TemplateResult => html`
  <section class="card">
    ${empty('runs', words().portfolio.noNight, words().portfolio.noNightText)}
  </section>`;

const noCustomers = (): TemplateResult => html`
  <section class="card">
    ${empty('customers', words().portfolio.noCustomers, words().portfolio.noCustomersText)}
  </section>`;

const runningNow = ({ id, requestedBy, evaluated, customers }: RunRow): TemplateResult => {
  const { portfolio: say, run } = words();
  const done = customers === null ? '' : `, ${run.evaluated(count(evaluated), count(customers))}`;
  return html`<section class="banner calm" role="status">
    ${icon('runs')}
    <p>
      ${requestedBy === null ? say.running : say.runningBy(requestedBy)}${done}.
      <a href=${addressOf('runs', id)}>${say.see}</a>
    </p>
  </section>`;
};
