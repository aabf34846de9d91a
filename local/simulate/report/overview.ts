import { count, figure } from '../../../shared/decisions/count-text.ts';
import type { Replayed } from '../replayed.ts';
import { type Html, html, named } from './html.ts';
import { moneyWords } from './money-words.ts';

/** The title, what was replayed, and the few figures to begin with. */
export const overview = (replayed: Replayed): Html => {
  const { policies, days, location, simulation } = replayed;
  const customers = count(simulation.tallies[0]?.customers ?? 0, 'customer');
  const span = days.length === 1 ? `${days[0]}` : `${days[0]} to ${days.at(-1)}`;
  return html`<header>
<h1>${titleOf(replayed)}</h1>
<p class="muted">${count(days.length, 'night')}, ${span}, over ${customers} of ${named(location)}</p>
${
  policies.length === 1
    ? html``
    : html`<p>A is ${named(policies[0].name)}, B is ${named(policies[1]?.name ?? '')}. Both saw the same facts, and neither knows of the other.</p>`
}
</header>
<dl class="cards">
${[...owedCards(replayed), ...saidCards(replayed), rowsCard(replayed)].map(
  ({ name, value, note }) =>
    html`<div><dt>${name}</dt><dd>${value}${note === '' ? html`` : html`<small>${note}</small>`}</dd></div>\n`,
)}</dl>`;
};

export const titleOf = ({ policies: [a, b] }: Replayed): string =>
  b === undefined ? `Replay of ${a.name}` : `${a.name} beside ${b.name}`;

type Card = { readonly name: string; readonly value: string; readonly note: string };

function owedCards({ days, simulation: { tallies } }: Replayed): readonly Card[] {
  const course = tallies[0]?.course;
  return [...(course?.open ?? [])].sort(byName).map(([currency, open]) => ({
    name: `Open on ${days.at(-1)}`,
    value: moneyWords(open.at(-1) ?? 0, currency),
    note: `overdue: ${moneyWords(course?.overdue.get(currency)?.at(-1) ?? 0, currency)}`,
  }));
}

function saidCards({ simulation: { tallies, comparison } }: Replayed): readonly Card[] {
  const [a, b] = tallies;
  if (a === undefined) return [];
  if (b === undefined || comparison === undefined)
    return [
      {
        name: 'Letters',
        value: figure(a.letters),
        note: `${figure(a.lettersHeldBack)} held back on their day`,
      },
      { name: 'Notices', value: figure(noticesOf(a)), note: 'letters, and what is told inside' },
    ];
  const { customersWritten: written, differing } = comparison;
  return [
    { name: 'Letters, A | B', value: `${figure(a.letters)} | ${figure(b.letters)}`, note: '' },
    {
      name: 'Notices, A | B',
      value: `${figure(noticesOf(a))} | ${figure(noticesOf(b))}`,
      note: '',
    },
    {
      name: 'Customers written to, A | B',
      value: `${figure(written.a)} | ${figure(written.b)}`,
      note: `${figure(written.either)} under either`,
    },
    { name: 'Differences', value: figure(differing), note: 'notices not alike under both' },
  ];
}

function rowsCard({ files }: Replayed): Card {
  const sum = (of: 'rows' | 'rejected' | 'duplicates'): number =>
    files.reduce((total, each) => total + each[of], 0);
  return {
    name: 'Rejected rows',
    value: figure(sum('rejected')),
    note: `of ${count(sum('rows'), 'row')}; ${count(sum('duplicates'), 'duplicate')}`,
  };
}

const noticesOf = ({ course }: Replayed['simulation']['tallies'][number]): number =>
  [...course.months.values()].reduce((total, { notices }) => total + notices, 0);

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;
