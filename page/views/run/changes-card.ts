import { longDay } from '../../format/days.ts';
import { count } from '../../format/numbers.ts';
import { wordFor } from '../../parts/name-of.ts';
import { table } from '../../parts/table.ts';
import type { Changes } from '../../session/api.ts';
import { html, nothing, type TemplateResult } from '../../vendor/lit-html.js';
import { words } from '../../words/words.ts';
import { movementsTable } from '../portfolio/movements-card.ts';

/** The run beside the night before it: of a draft of the policy, that is what the draft does. */
export const changesCard = (changes: Changes): TemplateResult => {
  const { run, portfolio } = words();
  const { base, stages, stagesChanged } = changes;
  return html`<section class="card">
    <header>
      <h2>${run.changes}</h2>
      <p class="muted small">
        ${base === null ? run.noBase : run.changesSince(longDay(base.asOf))}
        ${stages.length < stagesChanged ? portfolio.movementsShown(count(stages.length), count(stagesChanged)) : nothing}
      </p>
    </header>
    ${cameAndWent(changes)}
    ${stages.length === 0 ? html`<p class="muted">${run.noChanges}</p>` : movementsTable(run.changes, stages)}
  </section>
  ${saidCard(changes)}`;
};

const cameAndWent = ({
  customersAdded,
  customersGone,
}: Changes): TemplateResult | typeof nothing => {
  const said = [
    customersAdded === 0 ? '' : words().run.added(customersAdded),
    customersGone === 0 ? '' : words().run.gone(customersGone),
  ].filter((text) => text !== '');
  return said.length === 0 ? nothing : html`<p>${said.join(', ')}</p>`;
};

type Counted = { readonly name: string; readonly before: number; readonly now: number };

const saidCard = ({ noticeCounts, emailCounts }: Changes): TemplateResult | typeof nothing => {
  const { run, emailKinds, noticeKinds } = words();
  const rows: Counted[] = [
    ...Object.entries(emailCounts).map(([kind, counts]) => ({
      name: wordFor(emailKinds, kind),
      ...counts,
    })),
    ...Object.entries(noticeCounts).map(([kind, counts]) => ({
      name: wordFor(noticeKinds, kind),
      ...counts,
    })),
  ];
  if (rows.length === 0) return nothing;
  return html`<section class="card">
    <header><h2>${run.said}</h2></header>
    ${table<Counted>({
      name: run.said,
      rows,
      columns: [
        { title: run.kind, cell: ({ name }) => name },
        { title: run.before, isNumber: true, cell: ({ before }) => count(before) },
        { title: run.now, isNumber: true, cell: ({ now }) => count(now) },
      ],
    })}
  </section>`;
};
