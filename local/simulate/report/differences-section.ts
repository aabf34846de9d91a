import { figure } from '../../../shared/decisions/count-text.ts';
import type { Comparison } from '../comparison.ts';
import type { Heard } from '../heard.ts';
import type { Replayed } from '../replayed.ts';
import { differenceWords, heardName, sidesOf } from '../summary/difference-words.ts';
import { type Cell, dataTable, folded } from './data-table.ts';
import { type Html, html, named } from './html.ts';

const SHOWN_AT_ONCE = 20;

/** Who would have heard something else, or on another day. Of one policy alone there is nothing. */
export function differencesSection({ simulation: { comparison } }: Replayed): Html {
  if (comparison === undefined) return html``;
  const { differing, shown } = comparison;
  const rows = shown.map(rowOf);
  const left = differing - shown.length;
  return html`<section><h2>Differences</h2>
${
  differing === 0
    ? html`<p>None: both say the same to everybody, on the same days.</p>`
    : html`<p>Notices are paired within one episode of a customer, or one month of a budget: same stage on the same day, then same stage on another day, then another stage on the same day. The rest is said under one policy alone.</p>
${differencesTable('By customer, then day', rows.slice(0, SHOWN_AT_ONCE))}`
}
${
  rows.length > SHOWN_AT_ONCE
    ? folded(
        `${figure(rows.length - SHOWN_AT_ONCE)} more`,
        differencesTable('By customer, then day, continued', rows.slice(SHOWN_AT_ONCE)),
      )
    : html``
}
${left > 0 ? html`<p class="muted">${figure(left)} further ones are not listed: --json has every night of both.</p>` : html``}</section>`;
}

const differencesTable = (caption: string, rows: readonly (readonly Cell[])[]): Html =>
  dataTable({
    caption,
    columns: ['customer', 'currency', 'under A', 'under B', 'difference'],
    rows,
    figuresFrom: Number.POSITIVE_INFINITY,
  });

function rowOf({ customer, difference }: Comparison['shown'][number]): readonly Cell[] {
  const { a, b } = sidesOf(difference);
  return [
    html`${named(customer.customerId)} ${named(customer.name)}`,
    (a ?? b)?.currency ?? '',
    sideOf(a),
    sideOf(b),
    differenceWords(difference),
  ];
}

const sideOf = (heard: Heard | undefined): Cell =>
  heard === undefined
    ? ''
    : html`<span class="day">${heard.on}</span> ${named(heardName(heard))} <span class="muted">to ${heard.tell.join(', ')}</span>`;
