import type { CurrencyCode } from '../../../shared/ledger/money.ts';
import { decimalsOf } from '../../../shared/ledger/money.ts';
import type { Course } from '../course.ts';
import { nightsWithAccounts } from '../nights-with-accounts.ts';
import type { Replayed } from '../replayed.ts';
import type { Tally } from '../tally.ts';
import { chartFigure } from './chart-figure.ts';
import { policyColor } from './colors.ts';
import { chartedNights, heightsAt } from './course-points.ts';
import { type Html, html } from './html.ts';
import { amountWords } from './money-words.ts';
import { seriesWords } from './series-words.ts';

/** What customers owe, over time and by age at the end: nearly all of it whatever the policy says. */
export function owedSection({ days, simulation: { tallies } }: Replayed): Html {
  const course = tallies[0]?.course;
  const currencies = [...(course?.open.keys() ?? [])].sort();
  if (course === undefined || currencies.length === 0)
    return html`<section><h2>What is owed</h2><p>Nobody owed anything.</p></section>`;
  return html`<section><h2>What is owed</h2>
<p>Facts, the same under every policy. Currencies are never added together.</p>
<div class="charts">${currencies.map(
    (currency) =>
      html`${openFigure(course, currency)}\n${agingFigure(tallies, currency, `${days.at(-1)}`)}\n`,
  )}</div></section>`;
}

function openFigure(course: Course, currency: CurrencyCode): Html {
  const nights = chartedNights(course.days);
  const labels = nights.map((at) => course.days[at] ?? '');
  const lines = [
    { name: 'open', color: 'var(--open)', nightly: course.open.get(currency) },
    { name: 'overdue', color: 'var(--overdue)', nightly: course.overdue.get(currency) },
  ];
  const text = (minorUnits: number): string => amountWords(minorUnits, currency);
  return chartFigure({
    title: `Open and overdue, ${currency}`,
    chart: {
      kind: 'lines',
      labels,
      series: lines.map(({ name, color, nightly }) => ({
        name,
        color,
        values: heightsAt(nights, nightly, currency),
      })),
    },
    alternative: lines
      .map(({ name, nightly }) => seriesWords(name, course.days, [...(nightly ?? [])], text))
      .join(' '),
    table: {
      columns: ['night', 'open', 'overdue'],
      rows: nightsWithAccounts(course).map(({ day, at }) => [
        day,
        ...lines.map(({ nightly }) => text(nightly?.[at] ?? 0)),
      ]),
    },
  });
}

/** Two policies may cut ages at other days, so each has bars of its own where they do. */
function agingFigure(tallies: readonly Tally[], currency: CurrencyCode, day: string): Html {
  const agings = tallies.map(({ amounts }) => bucketsOf(amounts.get(currency)));
  const [first = new Map<string, number>()] = agings;
  const isSame = agings.every((each) => JSON.stringify([...each]) === JSON.stringify([...first]));
  const shown = isSame ? [first] : agings;
  const labels = [...new Set(shown.flatMap((each) => [...each.keys()]))];
  const name = (at: number): string => (isSame ? 'open' : `open, under ${'AB'[at]}`);
  const words = (buckets: ReadonlyMap<string, number>): string =>
    [...buckets].map(([bucket, open]) => `${bucket}: ${amountWords(open, currency)}`).join(', ');
  return chartFigure({
    title: `Open by days past due on ${day}, ${currency}`,
    chart: {
      kind: 'bars',
      labels,
      series: shown.map((buckets, at) => ({
        name: name(at),
        color: isSame ? 'var(--open)' : policyColor(at),
        values: labels.map((label) => (buckets.get(label) ?? 0) / 10 ** decimalsOf(currency)),
      })),
    },
    alternative: shown.map((buckets, at) => `${name(at)}: ${words(buckets)}.`).join(' '),
    table: {
      columns: ['days past due', ...shown.map((_, at) => name(at))],
      rows: labels.map((label) => [
        label,
        ...shown.map((buckets) => amountWords(buckets.get(label) ?? 0, currency)),
      ]),
    },
  });
}

const bucketsOf = (amounts: ReadonlyMap<string, number> = new Map()): ReadonlyMap<string, number> =>
  new Map([...amounts].filter(([name]) => name !== 'unapplied' && name !== 'open'));
